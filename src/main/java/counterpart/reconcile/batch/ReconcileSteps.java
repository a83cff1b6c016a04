package counterpart.reconcile.batch;

import counterpart.books.Books;
import counterpart.control.batch.StepFactory;
import counterpart.model.Home;
import counterpart.partner.RemoteInbox;
import counterpart.receive.Custody;
import counterpart.reconcile.book.BreakBook;
import counterpart.reconcile.book.LedgerBook;
import counterpart.reconcile.book.MembershipBook;
import counterpart.reconcile.book.PharmacyBook;
import counterpart.reconcile.book.RosterBook;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The steps of {@code reconcile}: align and match the ledgers, net the prescriptions, match the rosters, follow the
 * members, merge, publish.
 */
@Configuration(proxyBeanMethods = false)
public class ReconcileSteps {
    @Bean
    LedgerBook ledgerBook(Books books) {
        return new LedgerBook(books);
    }

    @Bean
    PharmacyBook pharmacyBook(Books books, Home home) {
        return new PharmacyBook(books, home);
    }

    @Bean
    BreakBook breakBook(Books books, Home home) {
        return new BreakBook(books, home);
    }

    @Bean
    Basis basis(Books books, BreakBook breaks, Custody custody, counterpart.partner.Configuration configuration) {
        return new Basis(books, breaks, custody, configuration);
    }

    @Bean
    Step alignLedgers(
            StepFactory steps,
            Basis basis,
            LedgerBook ledgers,
            Home home,
            counterpart.partner.Configuration configuration) {
        return steps.step(
                "alignLedgers",
                new UnlessStanding(basis, configuration, new AlignLedgers(ledgers, home, configuration)));
    }

    @Bean
    Step matchLedgers(
            StepFactory steps,
            Basis basis,
            LedgerBook ledgers,
            Home home,
            counterpart.partner.Configuration configuration) {
        return steps.step(
                "matchLedgers",
                new UnlessStanding(basis, configuration, new MatchLedgers(ledgers, home, configuration)));
    }

    @Bean
    RosterBook rosterBook(Books books) {
        return new RosterBook(books);
    }

    @Bean
    MembershipBook membershipBook(Books books) {
        return new MembershipBook(books);
    }

    @Bean
    Step matchRosters(
            StepFactory steps,
            Basis basis,
            RosterBook rosters,
            Home home,
            counterpart.partner.Configuration configuration) {
        return steps.step(
                "matchRosters",
                new UnlessStanding(basis, configuration, new MatchRosters(rosters, home, configuration)));
    }

    @Bean
    Step followMembers(
            StepFactory steps,
            Basis basis,
            MembershipBook members,
            Home home,
            counterpart.partner.Configuration configuration) {
        return steps.step(
                "followMembers",
                new UnlessStanding(basis, configuration, new FollowMembers(members, home, configuration)));
    }

    @Bean
    Step netPrescriptions(
            StepFactory steps,
            Basis basis,
            PharmacyBook prescriptions,
            Home home,
            counterpart.partner.Configuration configuration) {
        return steps.step(
                "netPrescriptions",
                new UnlessStanding(basis, configuration, new NetPrescriptions(prescriptions, home, configuration)));
    }

    @Bean
    Step mergeBreaks(
            StepFactory steps,
            LedgerBook ledgers,
            RosterBook rosters,
            MembershipBook members,
            PharmacyBook prescriptions,
            BreakBook breaks,
            Basis basis,
            Custody custody,
            Home home,
            counterpart.partner.Configuration configuration) {
        return steps.step(
                "mergeBreaks",
                new MergeBreaks(ledgers, rosters, members, prescriptions, breaks, basis, custody, home, configuration));
    }

    @Bean
    Step publishBreaks(
            StepFactory steps,
            BreakBook breaks,
            RemoteInbox inbox,
            Home home,
            counterpart.partner.Configuration configuration) {
        return steps.step("publishBreaks", new PublishBreaks(breaks, inbox, home, configuration));
    }
}

package counterpart.reconcile.batch;

import counterpart.books.Books;
import counterpart.control.batch.StepFactory;
import counterpart.control.batch.StepWork;
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
    Comparing comparing(StepFactory steps, Basis basis, counterpart.partner.Configuration configuration) {
        return new Comparing(steps, basis, configuration);
    }

    @Bean
    Step alignLedgers(
            Comparing comparing, LedgerBook ledgers, Home home, counterpart.partner.Configuration configuration) {
        return comparing.step("alignLedgers", new AlignLedgers(ledgers, home, configuration));
    }

    @Bean
    Step matchLedgers(
            Comparing comparing, LedgerBook ledgers, Home home, counterpart.partner.Configuration configuration) {
        return comparing.step("matchLedgers", new MatchLedgers(ledgers, home, configuration));
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
            Comparing comparing, RosterBook rosters, Home home, counterpart.partner.Configuration configuration) {
        return comparing.step("matchRosters", new MatchRosters(rosters, home, configuration));
    }

    @Bean
    Step followMembers(
            Comparing comparing, MembershipBook members, Home home, counterpart.partner.Configuration configuration) {
        return comparing.step("followMembers", new FollowMembers(members, home, configuration));
    }

    @Bean
    Step netPrescriptions(
            Comparing comparing,
            PharmacyBook prescriptions,
            Home home,
            counterpart.partner.Configuration configuration) {
        return comparing.step("netPrescriptions", new NetPrescriptions(prescriptions, home, configuration));
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

    /** Makes the steps that compare, each of which is spared while the last reconciliation still holds. */
    record Comparing(StepFactory steps, Basis basis, counterpart.partner.Configuration configuration) {
        Step step(String name, StepWork work) {
            return steps.step(name, new UnlessStanding(basis, configuration, work));
        }
    }
}

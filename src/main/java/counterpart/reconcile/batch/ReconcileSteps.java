package counterpart.reconcile.batch;

import counterpart.books.Books;
import counterpart.control.batch.StepFactory;
import counterpart.model.Home;
import counterpart.partner.RemoteInbox;
import counterpart.receive.Custody;
import counterpart.reconcile.book.BreakBook;
import counterpart.reconcile.book.LedgerBook;
import counterpart.reconcile.book.PharmacyBook;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code reconcile}: align, match, net, merge, publish. */
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
    Step alignLedgers(
            StepFactory steps, LedgerBook ledgers, Home home, counterpart.partner.Configuration configuration) {
        return steps.step("alignLedgers", new AlignLedgers(ledgers, home, configuration));
    }

    @Bean
    Step matchLedgers(
            StepFactory steps, LedgerBook ledgers, Home home, counterpart.partner.Configuration configuration) {
        return steps.step("matchLedgers", new MatchLedgers(ledgers, home, configuration));
    }

    @Bean
    Step netPrescriptions(
            StepFactory steps, PharmacyBook prescriptions, Home home, counterpart.partner.Configuration configuration) {
        return steps.step("netPrescriptions", new NetPrescriptions(prescriptions, home, configuration));
    }

    @Bean
    Step mergeBreaks(
            StepFactory steps,
            LedgerBook ledgers,
            PharmacyBook prescriptions,
            BreakBook breaks,
            Custody custody,
            Home home,
            counterpart.partner.Configuration configuration) {
        return steps.step("mergeBreaks", new MergeBreaks(ledgers, prescriptions, breaks, custody, home, configuration));
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

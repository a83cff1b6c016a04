package counterpart.measure.batch;

import counterpart.books.Books;
import counterpart.control.batch.StepFactory;
import counterpart.measure.book.BookScorecards;
import counterpart.measure.book.ExchangeTable;
import counterpart.model.Home;
import counterpart.receive.ExchangeFacts;
import counterpart.reconcile.Reconciliations;
import java.time.Clock;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The measuring steps of {@code review}: copy what is known about files, then compute the month's scorecard. */
@Configuration(proxyBeanMethods = false)
public class MeasureSteps {
    @Bean
    BookScorecards scorecards(
            Books books, Home home, counterpart.partner.Configuration configuration, Reconciliations reconciliations) {
        return new BookScorecards(books, home, configuration, reconciliations);
    }

    @Bean
    Step copyExchangeFacts(
            StepFactory steps, ExchangeFacts facts, Books books, counterpart.partner.Configuration configuration) {
        return steps.step("copyExchangeFacts", new CopyExchangeFacts(facts, new ExchangeTable(books), configuration));
    }

    @Bean
    Step computeMeasures(StepFactory steps, BookScorecards scorecards, Clock clock) {
        return steps.step("computeMeasures", new ComputeMeasures(scorecards, clock));
    }
}

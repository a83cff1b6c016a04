package counterpart.report.batch;

import counterpart.control.Audit;
import counterpart.control.batch.StepFactory;
import counterpart.measure.Scorecards;
import counterpart.model.Home;
import counterpart.report.Editions;
import counterpart.report.pdf.PageFonts;
import java.io.IOException;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The reporting steps of {@code review}: print the month's edition, then inspect and issue it. */
@Configuration(proxyBeanMethods = false)
public class ReportSteps {
    @Bean
    Editions editions(
            DataSource control, PlatformTransactionManager transactions, Audit audit, Home home, Clock clock) {
        return new JdbcEditions(JdbcClient.create(control), new TransactionTemplate(transactions), audit, home, clock);
    }

    @Bean
    PageFonts pageFonts() throws IOException {
        return new PageFonts();
    }

    /** A restart prints anew: pages that failed their inspection fail it for good, whatever was mended since. */
    @Bean
    Step renderEdition(
            StepFactory steps,
            Scorecards scorecards,
            counterpart.partner.Configuration configuration,
            Home home,
            Editions editions,
            PageFonts fonts) {
        return steps.stepOfEveryStart(
                "renderEdition", new RenderEdition(scorecards, configuration, home, editions, fonts));
    }

    @Bean
    Step inspectEdition(StepFactory steps, Home home, Editions editions) {
        return steps.step("inspectEdition", new InspectEdition(home, editions));
    }
}

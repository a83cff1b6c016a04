package counterpart.operate;

import counterpart.books.Books;
import counterpart.books.BooksSettings;
import counterpart.books.DuckBooks;
import counterpart.control.batch.ControlConfiguration;
import counterpart.deliver.batch.DeliverySteps;
import counterpart.jobs.CollectJob;
import counterpart.jobs.IntakeJob;
import counterpart.jobs.ReconcileJob;
import counterpart.jobs.ReviewJob;
import counterpart.measure.batch.MeasureSteps;
import counterpart.model.Home;
import counterpart.partner.sftp.PartnerServerBeans;
import counterpart.receive.batch.CollectSteps;
import counterpart.reconcile.batch.ReconcileSteps;
import counterpart.report.batch.ReportSteps;
import counterpart.validate.batch.IntakeSteps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole program in the order of the road. */
@Configuration(proxyBeanMethods = false)
@Import({
    ControlConfiguration.class,
    PartnerServerBeans.class,
    CollectSteps.class,
    IntakeSteps.class,
    ReconcileSteps.class,
    MeasureSteps.class,
    ReportSteps.class,
    DeliverySteps.class,
    CollectJob.class,
    IntakeJob.class,
    ReconcileJob.class,
    ReviewJob.class
})
class Application {
    /** Loads are not encrypted yet; the books name the key of each load from the first day. */
    private static final String KEY_ID = "none";

    @Bean(destroyMethod = "close")
    Books books(Home home) {
        return DuckBooks.open(home, BooksSettings.DEFAULT, KEY_ID);
    }
}

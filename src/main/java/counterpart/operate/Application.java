package counterpart.operate;

import counterpart.books.BooksConfiguration;
import counterpart.control.batch.ControlConfiguration;
import counterpart.deliver.batch.DeliverySteps;
import counterpart.jobs.CollectJob;
import counterpart.jobs.DecideJob;
import counterpart.jobs.IntakeJob;
import counterpart.jobs.ReconcileJob;
import counterpart.jobs.ReviewJob;
import counterpart.measure.batch.MeasureSteps;
import counterpart.partner.sftp.PartnerServerBeans;
import counterpart.receive.batch.CollectSteps;
import counterpart.receive.batch.DecisionDesk;
import counterpart.reconcile.batch.ReconcileSteps;
import counterpart.report.batch.ReportSteps;
import counterpart.validate.batch.DecisionSteps;
import counterpart.validate.batch.IntakeSteps;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole program in the order of the road. */
@Configuration(proxyBeanMethods = false)
@Import({
    ControlConfiguration.class,
    BooksConfiguration.class,
    PartnerServerBeans.class,
    CollectSteps.class,
    DecisionDesk.class,
    IntakeSteps.class,
    DecisionSteps.class,
    ReconcileSteps.class,
    MeasureSteps.class,
    ReportSteps.class,
    DeliverySteps.class,
    CollectJob.class,
    IntakeJob.class,
    DecideJob.class,
    ReconcileJob.class,
    ReviewJob.class
})
class Application {}

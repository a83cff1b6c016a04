package counterpart.deliver.batch;

import counterpart.control.Audit;
import counterpart.control.batch.StepFactory;
import counterpart.deliver.Courier;
import counterpart.deliver.DeliveryLedger;
import counterpart.deliver.sftp.SftpCourier;
import counterpart.partner.Configuration;
import counterpart.partner.RemoteInbox;
import counterpart.report.Editions;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The last step of the review job, and the proofs that it leaves. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class DeliverySteps {
    @Bean
    Step deliverEdition(
            StepFactory steps,
            Configuration configuration,
            Editions editions,
            DeliveryLedger deliveryLedger,
            Courier courier,
            Clock clock) {
        return steps.step(
                "deliverEdition", new DeliverEdition(configuration, editions, deliveryLedger, courier, clock));
    }

    @Bean
    DeliveryLedger deliveryLedger(DataSource control, PlatformTransactionManager transactions, Audit audit) {
        return new JdbcDeliveryLedger(JdbcClient.create(control), new TransactionTemplate(transactions), audit);
    }

    @Bean
    Courier courier(RemoteInbox remoteInbox) {
        return new SftpCourier(remoteInbox);
    }
}

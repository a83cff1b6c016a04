package counterpart.deliver.batch;

import counterpart.control.Audit;
import counterpart.control.batch.StepFactory;
import counterpart.deliver.Channels;
import counterpart.deliver.DeliveryLedger;
import counterpart.deliver.EditionDelivery;
import counterpart.deliver.mail.MailChannel;
import counterpart.deliver.sftp.SftpChannel;
import counterpart.partner.Partnership.Way;
import counterpart.partner.RemoteInbox;
import counterpart.report.Editions;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The last step of {@code review}: deliver the edition. */
@Configuration(proxyBeanMethods = false)
public class DeliverySteps {
    @Bean
    DeliveryLedger deliveryLedger(
            DataSource control, PlatformTransactionManager transactions, Audit audit, Clock clock) {
        return new JdbcDeliveryLedger(JdbcClient.create(control), new TransactionTemplate(transactions), audit, clock);
    }

    @Bean
    Step deliverEdition(
            StepFactory steps,
            Editions editions,
            counterpart.partner.Configuration configuration,
            RemoteInbox inbox,
            DeliveryLedger ledger,
            Clock clock) {
        EditionDelivery delivery = new EditionDelivery(ledger, channels(inbox, clock), clock);
        return steps.step("deliverEdition", new DeliverEdition(editions, configuration, delivery));
    }

    private static Channels channels(RemoteInbox inbox, Clock clock) {
        SftpChannel sftp = new SftpChannel(inbox);
        return (partnership, way) -> way == Way.SFTP ? sftp : new MailChannel(partnership, way, clock);
    }
}

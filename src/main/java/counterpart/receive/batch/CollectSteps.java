package counterpart.receive.batch;

import counterpart.control.Audit;
import counterpart.control.batch.StepFactory;
import counterpart.model.Home;
import counterpart.partner.Configuration;
import counterpart.partner.sftp.PartnerServers;
import counterpart.receive.CollectSummaries;
import counterpart.receive.Custody;
import counterpart.receive.ExchangeFacts;
import counterpart.receive.FolderLanding;
import counterpart.receive.Landing;
import counterpart.receive.Limits;
import counterpart.receive.Shelves;
import counterpart.receive.Waiter;
import counterpart.receive.jdbc.JdbcCollectSummaries;
import counterpart.receive.jdbc.JdbcCustody;
import counterpart.receive.jdbc.JdbcExchangeFacts;
import counterpart.receive.jdbc.JdbcExpectations;
import counterpart.receive.jdbc.JdbcSightings;
import counterpart.receive.jdbc.JdbcTaking;
import counterpart.receive.sftp.SftpShelves;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of the collect job and the custody ledger that they fill. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class CollectSteps {
    @Bean
    Step listRemoteFiles(
            StepFactory steps,
            Configuration configuration,
            Shelves shelves,
            JdbcSightings sightings,
            JdbcExpectations expectations,
            PlatformTransactionManager transactions,
            Waiter waiter,
            Clock clock) {
        return steps.step(
                "listRemoteFiles",
                new ListRemoteFiles(
                        configuration,
                        shelves,
                        sightings,
                        expectations,
                        new TransactionTemplate(transactions),
                        waiter,
                        clock));
    }

    @Bean
    Step takeCustody(
            StepFactory steps,
            Configuration configuration,
            Shelves shelves,
            Landing landing,
            JdbcSightings sightings,
            JdbcTaking taking) {
        return steps.step(
                "takeCustody", new TakeCustody(configuration, shelves, landing, sightings, taking, Limits.DEFAULT));
    }

    @Bean
    Step tidyRemote(StepFactory steps, Configuration configuration, Shelves shelves, JdbcSightings sightings) {
        return steps.step("tidyRemote", new TidyRemote(configuration, shelves, sightings));
    }

    @Bean
    Custody custody(
            DataSource control,
            PlatformTransactionManager transactions,
            Audit audit,
            JdbcExpectations expectations,
            Clock clock) {
        return new JdbcCustody(
                new JdbcTemplate(control), new TransactionTemplate(transactions), audit, expectations, clock);
    }

    @Bean
    ExchangeFacts exchangeFacts(DataSource control, JdbcExpectations expectations, Configuration configuration) {
        return new JdbcExchangeFacts(JdbcClient.create(control), expectations, configuration);
    }

    @Bean
    CollectSummaries collectSummaries(JdbcSightings sightings) {
        return new JdbcCollectSummaries(sightings);
    }

    @Bean
    Landing landing(Home home) {
        return new FolderLanding(home.landing(), Limits.DEFAULT);
    }

    @Bean
    LandingSweep landingSweep(Landing landing, JdbcTaking taking) {
        return new LandingSweep(landing, taking);
    }

    @Bean
    Shelves shelves(Configuration configuration, PartnerServers servers) {
        return new SftpShelves(configuration, servers);
    }

    @Bean
    Waiter waiter() {
        return time -> Thread.sleep(time.toMillis());
    }

    @Bean
    JdbcExpectations expectations(DataSource control, Audit audit) {
        return new JdbcExpectations(JdbcClient.create(control), audit);
    }

    @Bean
    JdbcSightings sightings(DataSource control, PlatformTransactionManager transactions, Audit audit, Clock clock) {
        return new JdbcSightings(JdbcClient.create(control), new TransactionTemplate(transactions), audit, clock);
    }

    @Bean
    JdbcTaking taking(
            DataSource control,
            PlatformTransactionManager transactions,
            Audit audit,
            JdbcSightings sightings,
            JdbcExpectations expectations,
            Clock clock) {
        return new JdbcTaking(
                JdbcClient.create(control),
                new TransactionTemplate(transactions),
                audit,
                sightings,
                expectations,
                clock);
    }
}

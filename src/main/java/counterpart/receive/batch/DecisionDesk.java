package counterpart.receive.batch;

import counterpart.control.Audit;
import counterpart.receive.CustodyDesk;
import counterpart.receive.Decisions;
import counterpart.receive.jdbc.JdbcCustodyDesk;
import counterpart.receive.jdbc.JdbcDecisions;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people ask of the custody ledger and decide about its files. */
@Configuration(proxyBeanMethods = false)
public class DecisionDesk {
    @Bean
    CustodyDesk custodyDesk(DataSource control) {
        return new JdbcCustodyDesk(new JdbcTemplate(control));
    }

    @Bean
    Decisions decisions(DataSource control, PlatformTransactionManager transactions, Audit audit, Clock clock) {
        return new JdbcDecisions(JdbcClient.create(control), new TransactionTemplate(transactions), audit, clock);
    }
}

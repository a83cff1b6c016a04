package counterpart.receive.jdbc;

import counterpart.control.Audit;
import counterpart.receive.MovableClock;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A control store in memory with the custody ledger in it, as the application wires it. */
public final class Ledger {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final MovableClock clock;
    public final DataSource store;
    public final JdbcClient control;
    public final TransactionTemplate transaction;
    public final Audit audit;
    public final JdbcExpectations expectations;
    public final JdbcSightings sightings;
    public final JdbcTaking taking;
    public final JdbcCustody custody;

    public Ledger(MovableClock clock) {
        this.clock = clock;
        store = new DriverManagerDataSource(
                "jdbc:hsqldb:mem:custody" + NUMBER.incrementAndGet()
                        + ";hsqldb.tx=mvcc;hsqldb.default_table_type=cached",
                "SA",
                "");
        Flyway.configure()
                .dataSource(store)
                .locations("classpath:db/control")
                .load()
                .migrate();
        control = JdbcClient.create(store);
        transaction = new TransactionTemplate(new JdbcTransactionManager(store));
        audit = new Audit(control, clock);
        expectations = new JdbcExpectations(control, audit);
        sightings = new JdbcSightings(control, transaction, audit, clock);
        taking = new JdbcTaking(control, transaction, audit, sightings, expectations, clock);
        custody = new JdbcCustody(new JdbcTemplate(store), transaction, audit, expectations, clock);
    }
}

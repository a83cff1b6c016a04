package counterpart.control;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Gives no connection to a process that no longer owns its home. */
final class FencedDataSource extends DelegatingDataSource {
    private final HomeLock lock;

    FencedDataSource(DataSource pool, HomeLock lock) {
        super(pool);
        this.lock = lock;
    }

    @Override
    public Connection getConnection() throws SQLException {
        lock.requireOwned();
        return super.getConnection();
    }
}

package counterpart.control;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Commits nothing for a process that lost its home between the begin of a transaction and its end. */
public final class FencedTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;

    private final transient HomeLock lock;

    public FencedTransactions(DataSource dataSource, HomeLock lock) {
        super(dataSource);
        this.lock = lock;
    }

    @Override
    protected void prepareForCommit(DefaultTransactionStatus status) {
        if (!status.isReadOnly()) {
            lock.requireOwned();
        }
    }
}

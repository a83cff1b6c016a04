package counterpart.books;

import counterpart.model.FeedId;
import counterpart.model.LoadId;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The books of one installation. Rows are Parquet files in loads and runs; {@code active_load} says which loads count
 * and {@code active_run} which runs do. Nobody updates a row.
 *
 * <p>A connection sees, as views over the active loads less the rows that a cross check rejected, {@code coverage_span},
 * {@code medical_claim}, {@code claim_line} and {@code pharmacy_claim}: the columns of the row record in snake case after
 * {@code load_id, partner_id, feed_id, slot, mode, as_of_date, period_from, period_to}. {@code feed_id} is written
 * {@code partner/feed}. {@code current_coverage} is who is covered as far as we know ({@link CurrentCoverage}). Further views over the active runs: {@code break_ledger}, {@code score}. Tables:
 * {@code active_load}, {@code active_run}, {@code exchange_file}.
 */
public interface Books extends AutoCloseable {
    /**
     * A connection of its own, with the views as they are now; the caller closes it.
     *
     * @throws BooksException when a file that counts is gone or is not as it was written; nothing is read then
     */
    Connection connect();

    /** A connection of its own without the views, for what reads files by their names; the caller closes it. */
    Connection connectWithoutViews();

    /** Begins a load, throwing away what an earlier attempt staged under the same id. */
    LoadWriter stage(LoadId load);

    /**
     * The folder of a staged or published load; its files are {@code <table>.parquet}, {@code verdict.parquet},
     * {@code reject.parquet} and {@code finding.parquet}, each only when it has rows.
     */
    Path folderOf(LoadId load);

    /** Gives a staged load its final name. Doing it again is allowed. */
    void publish(LoadId load);

    /**
     * Makes a published load count, in one transaction; answers the load whose slot it took. Doing it again is allowed.
     */
    Optional<LoadId> activate(ActiveLoad load);

    /** Makes a load count no more. Doing it again is allowed. */
    void deactivate(LoadId load);

    /**
     * Takes a load out for good, in one transaction: when it counts, the load whose slot it took counts again, or the
     * one before that. Answers the load that counts in its place. Doing it again is allowed. When that load was purged,
     * nothing is changed and a {@link BooksException} says what to do instead.
     */
    Optional<LoadId> withdraw(LoadId load);

    /**
     * Refuses, before anything is decided, a withdrawal that {@link #withdraw} would refuse.
     *
     * @throws BooksException when the load that would count instead was purged; the message says what to do
     */
    default void requireWithdrawable(LoadId load) {}

    /**
     * Refuses a load of which a file is gone or is not as it was written, before it is looked at.
     *
     * @throws BooksException with the file's path and the way out
     */
    default void requireWhole(LoadId load) {}

    /** Files of the loads and runs that count that are gone or are not as they were written; each is read to its end. */
    default List<Path> damaged() {
        return List.of();
    }

    List<ActiveLoad> active();

    /** Digest over the ids of all active loads, in order, and of the loads that were withdrawn. */
    String activeHash();

    /** Digest over the ids of the active loads of some feeds, in order. */
    String activeHash(Collection<FeedId> feeds);

    /**
     * A fresh folder for a run's Parquet files; throws away what an earlier attempt left.
     *
     * @param kind {@code reconcile} or {@code measure}
     */
    Path stageRun(String kind, String runId);

    /** Publishes a run and makes it the one that counts for its kind and key, in one transaction. */
    void activateRun(String kind, String key, String runId);

    @Override
    void close();
}

package counterpart.books;

import counterpart.model.FeedId;
import counterpart.model.LoadId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.duckdb.DuckDBConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What counts, as {@code books.duckdb} holds it. Each change is one transaction, one at a time. */
final class BookLedger {
    private static final String COLUMNS = "load_id, feed_id, slot, mode, as_of_date, period_from, period_to, rows";

    private final DuckDBConnection root;

    BookLedger(DuckDBConnection root) {
        this.root = root;
    }

    List<ActiveLoad> active() {
        return read(client -> client.sql("select " + COLUMNS + " from active_load order by load_id")
                .query((row, n) -> load(row))
                .list());
    }

    boolean isActive(LoadId load) {
        return active().stream().anyMatch(active -> active.load().equals(load));
    }

    /**
     * Puts the load into its slot. A load that was activated before is answered as then, also when its slot has gone to
     * a later load since.
     */
    synchronized Optional<LoadId> activate(ActiveLoad load) {
        return change(client -> {
            Optional<LoadId> holder = holder(client, load.feed(), load.slot());
            boolean again = holder.isPresent()
                    && (holder.get().equals(load.load())
                            || superseded(client, holder.get()).equals(Optional.of(load.load())));
            if (again) {
                return superseded(client, load.load());
            }
            remove(client, load.load());
            insert(client, load);
            client.sql("insert into load (" + COLUMNS + ", superseded_load)"
                            + " values (:load, :feed, :slot, :mode, :asOf, :from, :to, :rows, :superseded)"
                            + " on conflict (load_id) do update set superseded_load = excluded.superseded_load")
                    .params(parameters(load))
                    .param("superseded", holder.map(LoadId::value).orElse(null))
                    .update();
            return holder;
        });
    }

    synchronized void deactivate(LoadId load) {
        change(client -> {
            remove(client, load);
            return true;
        });
    }

    /** Loads that count, and those that would count again if one of them were taken out. */
    Set<LoadId> needed() {
        return read(client -> {
            Set<LoadId> needed = new HashSet<>();
            for (String id : client.sql("select load_id from active_load")
                    .query(String.class)
                    .list()) {
                LoadId load = new LoadId(id);
                needed.add(load);
                before(client, load).map(ActiveLoad::load).ifPresent(needed::add);
            }
            return needed;
        });
    }

    /** The load that would count again if this one were taken out; none when it does not count. */
    Optional<LoadId> beneath(LoadId load) {
        return read(client -> past(client, load)
                .filter(one -> holder(client, one.feed(), one.slot()).equals(Optional.of(load)))
                .flatMap(one -> before(client, load))
                .map(ActiveLoad::load));
    }

    /** Takes a load out; answers the earlier load that counts in its slot instead, if one does. */
    synchronized Optional<LoadId> withdraw(LoadId load) {
        return change(client -> {
            client.sql("insert into withdrawn_load (load_id) values (:load) on conflict do nothing")
                    .param("load", load.value())
                    .update();
            Optional<ActiveLoad> past = past(client, load);
            Optional<ActiveLoad> before = before(client, load);
            if (past.isEmpty()) {
                return Optional.empty();
            }
            Optional<LoadId> holder =
                    holder(client, past.get().feed(), past.get().slot());
            if (holder.equals(Optional.of(load))) {
                before.ifPresentOrElse(earlier -> insert(client, earlier), () -> remove(client, load));
                return before.map(ActiveLoad::load);
            }
            // Withdrawn before, or a later load has the slot.
            return holder.filter(one -> before.map(ActiveLoad::load).equals(Optional.of(one)));
        });
    }

    /** All loads that once counted and were taken out, in order. */
    List<ActiveLoad> withdrawn() {
        return read(client -> client.sql("select " + COLUMNS
                        + " from load where load_id in (select load_id from withdrawn_load) order by load_id")
                .query((row, n) -> load(row))
                .list());
    }

    synchronized void activateRun(String kind, String key, String runId, String folder) {
        change(client -> client.sql(
                        "insert into active_run (kind, key, run_id, folder) values (:kind, :key, :run, :folder)"
                                + " on conflict (kind, key) do update set run_id = excluded.run_id, folder = excluded.folder")
                .param("kind", kind)
                .param("key", key)
                .param("run", runId)
                .param("folder", folder)
                .update());
    }

    /** The folders of all runs that count. */
    List<Path> runFolders(Path books) {
        return read(client -> client.sql("select folder from active_run order by folder")
                        .query(String.class)
                        .list())
                .stream()
                .map(folder -> books.resolve("runs").resolve(folder))
                .toList();
    }

    long rowsIn(Path parquet) {
        return read(client -> client.sql("select count(*) from read_parquet(:file)")
                .param("file", parquet.toString())
                .query(Long.class)
                .single());
    }

    /** The last load before this one in its slot that was not taken out. */
    private static Optional<ActiveLoad> before(JdbcClient client, LoadId load) {
        Optional<LoadId> earlier = superseded(client, load);
        while (earlier.isPresent() && isWithdrawn(client, earlier.get())) {
            earlier = superseded(client, earlier.get());
        }
        return earlier.flatMap(one -> past(client, one));
    }

    private static boolean isWithdrawn(JdbcClient client, LoadId load) {
        return client.sql("select count(*) from withdrawn_load where load_id = :load")
                        .param("load", load.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** A load that counts or once did, as it was activated. */
    private static Optional<ActiveLoad> past(JdbcClient client, LoadId load) {
        return client.sql("select " + COLUMNS + " from load where load_id = :load")
                .param("load", load.value())
                .query((row, n) -> load(row))
                .optional();
    }

    private static void insert(JdbcClient client, ActiveLoad load) {
        client.sql("insert into active_load (" + COLUMNS + ", partner_id)"
                        + " values (:load, :feed, :slot, :mode, :asOf, :from, :to, :rows, :partner)"
                        + " on conflict (feed_id, slot) do update set load_id = excluded.load_id, mode = excluded.mode,"
                        + " as_of_date = excluded.as_of_date, period_from = excluded.period_from,"
                        + " period_to = excluded.period_to, rows = excluded.rows")
                .params(parameters(load))
                .param("partner", load.feed().partner().value())
                .update();
    }

    private static Map<String, Object> parameters(ActiveLoad load) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("load", load.load().value());
        parameters.put("feed", load.feed().toString());
        parameters.put("slot", load.slot());
        parameters.put("mode", load.mode());
        parameters.put("asOf", load.asOf());
        parameters.put("from", load.periodFrom());
        parameters.put("to", load.periodTo());
        parameters.put("rows", load.rows());
        return parameters;
    }

    private static void remove(JdbcClient client, LoadId load) {
        client.sql("delete from active_load where load_id = :load")
                .param("load", load.value())
                .update();
    }

    private static Optional<LoadId> holder(JdbcClient client, FeedId feed, String slot) {
        return client.sql("select load_id from active_load where feed_id = :feed and slot = :slot")
                .param("feed", feed.toString())
                .param("slot", slot)
                .query(String.class)
                .optional()
                .map(LoadId::new);
    }

    private static Optional<LoadId> superseded(JdbcClient client, LoadId load) {
        return client.sql("select superseded_load from load where load_id = :load and superseded_load is not null")
                .param("load", load.value())
                .query(String.class)
                .optional()
                .map(LoadId::new);
    }

    private static ActiveLoad load(ResultSet row) throws SQLException {
        return new ActiveLoad(
                new LoadId(row.getString("load_id")),
                FeedId.of(row.getString("feed_id")),
                row.getString("slot"),
                row.getString("mode"),
                row.getObject("as_of_date", LocalDate.class),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                row.getLong("rows"));
    }

    private <T> T read(Function<JdbcClient, T> question) {
        try (Connection connection = root.duplicate()) {
            return question.apply(Sql.client(connection));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private <T> T change(Function<JdbcClient, T> work) {
        try (Connection connection = root.duplicate()) {
            connection.setAutoCommit(false);
            try {
                T answer = work.apply(Sql.client(connection));
                connection.commit();
                return answer;
            } catch (RuntimeException | SQLException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static BooksException failed(SQLException cause) {
        return new BooksException(
                "books.duckdb could not be read or written, so nothing in the books changed; see that its disk has room, then"
                        + " run again",
                cause);
    }
}

package counterpart.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import counterpart.finding.Trouble;
import counterpart.model.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables that are changed by a new program, and a process that dies amidst. */
@Timeout(240)
class MigrationIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-10T03:00:00Z"), ZoneOffset.UTC);
    private static final String OLD = "21";
    private static final int KILLED = 9;

    @TempDir
    private Path folder;

    /** Opens the store, and dies before the first statement that holds the words: what came before it is committed. */
    static final class Dying {
        public static void main(String[] arguments) {
            Home home = new Home(Path.of(arguments[0]));
            AppenderBase<ILoggingEvent> deadly = new AppenderBase<>() {
                @Override
                protected void append(ILoggingEvent event) {
                    String said = event.getFormattedMessage();
                    if (said.contains("Executing SQL") && said.contains(arguments[1])) {
                        Runtime.getRuntime().halt(KILLED);
                    }
                }
            };
            deadly.start();
            Logger flyway = (Logger) LoggerFactory.getLogger("org.flywaydb");
            flyway.setLevel(Level.DEBUG);
            flyway.addAppender(deadly);
            try (HomeLock lock = HomeLock.take(home, "nightly", CLOCK);
                    ControlStore store = ControlStore.open(lock, CLOCK)) {
                assertThat(store.synced()).isTrue();
            }
        }
    }

    @Test
    void a_migration_that_was_killed_in_the_middle_is_undone_and_done_again_by_the_next_start() throws Exception {
        for (String word :
                List.of("add constraint delivery_failure", "create table alert_message", "insert into fence")) {
            Home home = new Home(folder.resolve(word));
            anOldStore(home);
            dieBefore(home, word);

            opensWholeWithItsRows(home, word);
        }
    }

    @Test
    void a_first_start_that_was_killed_in_the_middle_is_begun_anew() throws Exception {
        for (String word : List.of("BATCH_STEP_EXECUTION_CONTEXT", "create table expectation")) {
            Home home = new Home(folder.resolve(word));
            dieBefore(home, word);
            try (HomeLock lock = HomeLock.take(home, "nightly", CLOCK);
                    ControlStore store = ControlStore.open(lock, CLOCK)) {
                assertThat(countOf(store, "fence")).isEqualTo(1);
            }
        }
    }

    @Test
    void putting_it_back_may_be_cut_short_too() throws Exception {
        Home home = new Home(folder.resolve("home"));
        anOldStore(home);
        Path copy = home.control().resolve("before-migration");
        Files.createDirectories(copy);
        try (Stream<Path> files = Files.list(home.control())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Files.delete(home.control().resolve("control.script"));
        Files.writeString(home.control().resolve("control.log"), "half of another store");

        opensWholeWithItsRows(home, "a store of which a file was put back already");
    }

    @Test
    void tables_of_a_later_program_are_refused_and_stay_as_they_are() throws Exception {
        Home home = new Home(folder.resolve("home"));
        anOldStore(home);
        open(home);
        execute(
                home,
                "insert into \"flyway_schema_history\" values (999, '999', 'later', 'SQL', 'V999__later.sql', 1, 'SA',"
                        + " current_timestamp, 1, true)",
                "create table of_a_later_program (id bigint)",
                "insert into of_a_later_program values (7)");

        assertThatThrownBy(() -> open(home))
                .isInstanceOfSatisfying(
                        ControlStoreException.class,
                        e -> assertThat(e.trouble()).isEqualTo(Trouble.Kind.INPUT_OUTPUT))
                .hasMessageContainingAll("do not fit this program", "so nothing ran", "run the version that made them");
        execute(home, "update of_a_later_program set id = 8 where id = 7");
        assertThat(home.control().resolve("before-migration")).doesNotExist();
    }

    private static void dieBefore(Home home, String word) throws Exception {
        assertThat(Children.start(Dying.class, home.root().toString(), word).waitFor())
                .as(word)
                .isEqualTo(KILLED);
        assertThat(home.control().resolve("before-migration")).isDirectory();
    }

    private static void opensWholeWithItsRows(Home home, String which) {
        try (HomeLock lock = HomeLock.take(home, "nightly", CLOCK);
                ControlStore store = ControlStore.open(lock, CLOCK)) {
            assertThat(countOf(store, "audit_event")).as(which).isEqualTo(50);
            assertThat(countOf(store, "tombstone")).as(which).isZero();
            assertThat(countOf(store, "expectation where excused_by is null"))
                    .as(which)
                    .isZero();
        }
        assertThat(home.control().resolve("before-migration")).doesNotExist();
        assertThat(home.control().resolve("before-migration.part")).doesNotExist();
    }

    private static void open(Home home) {
        try (HomeLock lock = HomeLock.take(home, "nightly", CLOCK);
                ControlStore store = ControlStore.open(lock, CLOCK)) {
            assertThat(countOf(store, "audit_event")).isEqualTo(50);
        }
    }

    private static long countOf(ControlStore store, String rows) {
        return JdbcClient.create(store.dataSource())
                .sql("select count(*) from " + rows)
                .query(Long.class)
                .single();
    }

    /** A store as an earlier release left it, with something in it. */
    private static void anOldStore(Home home) throws Exception {
        Files.createDirectories(home.control());
        Flyway.configure()
                .dataSource(url(home), "SA", "")
                .locations("classpath:db/control")
                .target(OLD)
                .load()
                .migrate();
        execute(
                home,
                IntStream.rangeClosed(1, 50)
                        .mapToObj(event -> "insert into audit_event (recorded_at, actor, act, subject, reason) values"
                                + " (timestamp '2026-11-01 00:00:00', 'anna', 'did', 'event " + event + "', 'why')")
                        .toArray(String[]::new));
    }

    private static void execute(Home home, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(home), "SA", "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String url(Home home) {
        return "jdbc:hsqldb:file:" + home.control().resolve("control")
                + ";hsqldb.tx=mvcc;hsqldb.write_delay=false;hsqldb.default_table_type=cached;hsqldb.lock_file=false"
                + ";shutdown=true";
    }
}

package counterpart.control;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.model.Home;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class FenceIT {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void name_a_home() {
        home = new Home(folder.resolve("home"));
    }

    /** Owns the home, and goes on writing whatever became of it. */
    static final class Stale {
        public static void main(String[] arguments) throws Exception {
            HomeLock lock = HomeLock.take(new Home(Path.of(arguments[0])), "nightly", CLOCK);
            ControlStore store = ControlStore.open(lock, CLOCK);
            Audit audit = new Audit(JdbcClient.create(store.dataSource()), CLOCK);
            audit.record("counterpart", "early", "F-000001", "while the home was ours");
            TransactionTemplate transaction = new TransactionTemplate(new FencedTransactions(store.dataSource(), lock));
            say(() -> transaction.executeWithoutResult(status -> {
                audit.record("counterpart", "late", "F-000001", "begun while the home was ours");
                say(() -> {});
                read();
            }));
            say(() -> audit.record("counterpart", "later", "F-000001", "begun after it"));
            Runtime.getRuntime().halt(0);
        }

        private static void say(Runnable act) {
            try {
                act.run();
                System.out.println("done");
            } catch (HomeLostException e) {
                System.out.println(e.getMessage());
            }
        }

        private static void read() {
            try {
                System.in.read();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @Test
    void a_process_that_lost_its_home_writes_nothing_more() throws Exception {
        Process stale = Children.start(Stale.class, home.root().toString());
        try (BufferedReader said = stale.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("done");
            Files.delete(home.lockFile());
            try (HomeLock lock = HomeLock.take(home, "monthly", CLOCK)) {
                assertThat(lock.number()).isEqualTo(2);
                stale.outputWriter().close();

                String lost = "the home was opened by another process (opening 2) while this one, 'nightly' of process "
                        + stale.pid() + ", had it (opening 1), so this one stopped before it wrote anything more.";
                assertThat(said.readLine()).as("at the commit").startsWith(lost);
                assertThat(said.readLine()).as("at the next write").startsWith(lost);
                assertThat(stale.waitFor()).isZero();
            }
        } finally {
            stale.destroyForcibly().waitFor();
        }
        assertThat(acts()).containsExactly("early 1");
    }

    @Test
    void each_opening_has_a_greater_number_and_what_is_written_bears_it() throws Exception {
        write("first");
        write("second");
        Files.delete(home.root().resolve("counterpart.fence")); // as when the folder came from a backup without it
        write("third");

        assertThat(acts()).containsExactly("first 1", "second 2", "third 3");
    }

    private void write(String act) {
        try (HomeLock lock = HomeLock.take(home, "nightly", CLOCK);
                ControlStore store = ControlStore.open(lock, CLOCK)) {
            new Audit(JdbcClient.create(store.dataSource()), CLOCK).record("counterpart", act, "F-000001", "a test");
        }
    }

    private List<String> acts() {
        try (HomeLock lock = HomeLock.take(home, "test", CLOCK);
                ControlStore store = ControlStore.open(lock, CLOCK)) {
            return JdbcClient.create(store.dataSource())
                    .sql("select act || ' ' || fence from audit_event where act <> 'trimmed' order by id")
                    .query(String.class)
                    .list();
        }
    }
}

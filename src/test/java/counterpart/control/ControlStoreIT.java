package counterpart.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.model.Home;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

class ControlStoreIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-10T03:00:00Z"), ZoneOffset.UTC);
    private static final int EVENTS = 100;

    @TempDir
    static Path asKilled;

    @TempDir
    Path folder;

    private Home home;
    private Path log;

    @BeforeAll
    static void killAStore() throws Exception {
        assertThat(Children.start(Dying.class, asKilled.toString()).waitFor()).isEqualTo(9);
    }

    /** Each test begins with the store of a process that died right after its last commit. */
    @BeforeEach
    void killedStore() throws Exception {
        home = new Home(folder);
        log = home.control().resolve("control.log");
        FileSystemUtils.deleteRecursively(home.control());
        FileSystemUtils.copyRecursively(new Home(asKilled).control(), home.control());
        assertThat(log).exists();
    }

    static final class Dying {
        public static void main(String[] arguments) {
            HomeLock lock = HomeLock.take(new Home(Path.of(arguments[0])), "nightly", CLOCK);
            ControlStore store = ControlStore.open(lock, CLOCK);
            Audit audit = new Audit(JdbcClient.create(store.dataSource()), CLOCK);
            for (int event = 1; event <= EVENTS; event++) {
                audit.record("tester", "did", "event-" + event, "because");
            }
            Runtime.getRuntime().halt(9);
        }
    }

    @Test
    void nothing_that_was_committed_is_lost_when_the_process_dies() {
        try (HomeLock lock = take();
                ControlStore store = ControlStore.open(lock, CLOCK)) {
            assertThat(events(store)).isEqualTo(EVENTS);
            assertThat(store.synced()).isTrue();
        }
        assertThat(HomeLock.owner(home)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 60})
    void a_log_torn_in_its_last_statement_is_trimmed_copied_and_audited(int bytesLost) throws IOException {
        cut(Files.size(log) - bytesLost);
        byte[] torn = Files.readAllBytes(log);

        try (HomeLock lock = take();
                ControlStore store = ControlStore.open(lock, CLOCK)) {
            // The last transaction lost its end and never happened; the one before it stands.
            assertThat(events(store)).isEqualTo(EVENTS - 1);
            assertThat(new Audit(JdbcClient.create(store.dataSource()), CLOCK).latest(1))
                    .singleElement()
                    .satisfies(event -> assertThat(event.act() + " " + event.reason())
                            .contains("trimmed")
                            .contains("control.log.torn-20261110-030000-000"));
        }
        assertThat(home.control().resolve("control.log.torn-20261110-030000-000")).hasBinaryContent(torn);
        try (HomeLock lock = take();
                ControlStore store = ControlStore.open(lock, CLOCK)) {
            assertThat(events(store)).isEqualTo(EVENTS - 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 6, 7, 8, 9, 11, 17, 30, 45, 90})
    void a_transaction_is_there_whole_or_not_at_all_wherever_the_log_ends(int bytesLost) throws IOException {
        cut(Files.size(log) - bytesLost);

        try (HomeLock lock = take();
                ControlStore store = ControlStore.open(lock, CLOCK)) {
            assertThat(events(store)).isEqualTo(bytesLost == 1 ? EVENTS : EVENTS - 1);
        }
    }

    @Test
    void a_tail_of_zeroes_after_a_power_loss_is_trimmed_too() throws IOException {
        Files.write(log, new byte[4096], StandardOpenOption.APPEND);

        try (HomeLock lock = take();
                ControlStore store = ControlStore.open(lock, CLOCK)) {
            assertThat(events(store)).isEqualTo(EVENTS);
        }
    }

    @Test
    void damage_in_the_middle_is_refused_for_good_and_nothing_is_touched() throws IOException {
        byte[] whole = Files.readAllBytes(log);
        flip(whole.length / 2);
        byte[] damaged = Files.readAllBytes(log);

        for (int attempt = 1; attempt <= 2; attempt++) {
            try (HomeLock lock = take()) {
                assertThatThrownBy(() -> ControlStore.open(lock, CLOCK))
                        .isInstanceOf(ControlStoreException.class)
                        .hasMessageContaining(home.control().toString())
                        .hasMessageContaining("nothing ran")
                        .hasMessageContaining("restore that folder from the last backup");
            }
            assertThat(log).hasBinaryContent(damaged);
        }
    }

    @Test
    void damage_in_the_middle_is_refused_also_when_the_tail_is_torn() throws IOException {
        byte[] whole = Files.readAllBytes(log);
        flip(whole.length / 2);
        cut(whole.length - 5);
        byte[] damaged = Files.readAllBytes(log);

        try (HomeLock lock = take()) {
            assertThatThrownBy(() -> ControlStore.open(lock, CLOCK)).isInstanceOf(ControlStoreException.class);
        }
        assertThat(log).hasBinaryContent(damaged);
        try (Stream<Path> files = Files.list(home.control())) {
            assertThat(files.filter(file -> file.toString().contains("torn"))).isEmpty();
        }
    }

    /** Statements that cannot be read, wherever they are, are never passed over. */
    @Test
    void a_store_never_opens_with_only_a_part_of_its_statements() throws Exception {
        int length = (int) Files.size(log);
        Random random = new Random(11);
        int refused = 0;
        for (int trial = 0; trial < 12; trial++) {
            killedStore();
            flip(random.nextInt(length - 400));
            try (HomeLock lock = take();
                    ControlStore store = ControlStore.open(lock, CLOCK)) {
                assertThat(events(store)).isEqualTo(EVENTS);
            } catch (ControlStoreException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void a_disk_that_fails_to_keep_what_was_written_fails_the_run() throws IOException {
        try (HomeLock lock = take();
                ControlStore store = ControlStore.open(lock, CLOCK)) {
            RunStatus status = new RunStatus(home, store, new RunLog(JdbcClient.create(store.dataSource()), CLOCK), CLOCK);
            status.begin("nightly");
            // What HSQLDB writes there when an fsync fails; it tells its callers nothing.
            Files.writeString(
                    home.control().resolve("control.app.log"),
                    "2026-11-10 03:00:00.000 ERROR ScriptWriter synch error: java.io.SyncFailedException\n",
                    StandardCharsets.ISO_8859_1,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);

            assertThatThrownBy(store::requireSynced).hasMessageContaining("have the disk looked at");
            assertThat(status.end("DONE", 0, "all well")).isEqualTo(74);
        }
        StatusFile.Last last = StatusFile.read(home).orElseThrow().lastRuns().get("nightly");
        assertThat(last.outcome()).isEqualTo("FAILED");
        assertThat(last.exitCode()).isEqualTo(74);
        try (HomeLock lock = take();
                ControlStore store = ControlStore.open(lock, CLOCK)) {
            assertThat(store.synced()).as("an error of an earlier run").isTrue();
        }
    }

    private HomeLock take() {
        return HomeLock.take(home, "test", CLOCK);
    }

    private static long events(ControlStore store) {
        return JdbcClient.create(store.dataSource())
                .sql("select count(*) from audit_event where actor = 'tester'")
                .query(Long.class)
                .single();
    }

    private void cut(long length) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.setLength(length);
        }
    }

    /** Overwrites six bytes with ones that no statement has. */
    private void flip(long position) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.seek(position);
            file.write(new byte[] {1, 2, 3, '(', '\'', 6});
        }
    }
}

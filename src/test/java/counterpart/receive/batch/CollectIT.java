package counterpart.receive.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.control.batch.StepWork;
import counterpart.finding.Outcome;
import counterpart.model.FeedId;
import counterpart.partner.Completeness;
import counterpart.partner.Configuration;
import counterpart.partner.Feed;
import counterpart.partner.PartnerServerException;
import counterpart.partner.sftp.PartnerServers;
import counterpart.receive.CollectSummary;
import counterpart.receive.ControlFile;
import counterpart.receive.DuplicateDelivery;
import counterpart.receive.FileState;
import counterpart.receive.FolderLanding;
import counterpart.receive.Limits;
import counterpart.receive.MovableClock;
import counterpart.receive.Partners;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Waiter;
import counterpart.receive.jdbc.JdbcCollectSummaries;
import counterpart.receive.jdbc.Ledger;
import counterpart.receive.sftp.SftpShelves;
import counterpart.sample.server.DemoSftpServer;
import counterpart.sample.server.ServerFaults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The collect job's steps against a server in this process and a control store in memory. */
class CollectIT {
    private static final FeedId ELIGIBILITY = FeedId.of("lakeshore/eligibility");
    private static final String MONDAY = "2026-10-05";
    private static final String EARLY = "2026-10-05T12:00:00Z";

    @TempDir
    private Path temp;

    private final ServerFaults faults = new ServerFaults();
    private final MovableClock clock = new MovableClock("2026-10-05T15:00:00Z");
    private final Ledger ledger = new Ledger(clock);
    private DemoSftpServer server;
    private Path outbox;
    private Path landingFolder;
    private FolderLanding landing;
    private Feed feed = Partners.aFeed("eligibility", "ELIG_.*");
    private Waiter waiter = time -> {};

    @BeforeEach
    void start() throws IOException {
        server = new DemoSftpServer(
                temp.resolve("root"), temp.resolve("host.key"), "counterpart", "right", faults::applyTo);
        outbox = Files.createDirectories(server.root().resolve("outbox"));
        landingFolder = temp.resolve("landing");
        landing = new FolderLanding(landingFolder, Limits.DEFAULT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_file_with_its_marker_is_taken_once_and_one_without_waits() throws Exception {
        arrives("ELIG_1.txt", "one", EARLY);
        putAt("ELIG_2.txt", bytes("two"), EARLY);

        CollectSummary summary = collect(MONDAY, "1");

        assertThat(summary.taken()).isEqualTo(1);
        assertThat(summary.waiting()).isEqualTo(1);
        ReceivedFile file = onlyFile();
        assertThat(file.remoteName()).isEqualTo("ELIG_1.txt");
        assertThat(file.state()).isEqualTo(FileState.RECEIVED);
        assertThat(file.arrivedAt()).isEqualTo(Instant.parse(EARLY));
        assertThat(file.takenAt()).isEqualTo(clock.instant());
        assertThat(clearText(file)).isEqualTo("one");
        assertThat(landed()).containsExactly(file.id().value());

        CollectSummary second = collect(MONDAY, "2");
        assertThat(second.taken()).isZero();
        assertThat(second.known()).isEqualTo(1);
    }

    @Test
    void each_step_may_run_twice() throws Exception {
        arrives("ELIG_1.txt", "one", EARLY);
        run(list(), MONDAY, "1");
        run(list(), MONDAY, "1");
        run(take(), MONDAY, "1");
        assertThat(run(take(), MONDAY, "1").in()).isZero();
        assertThat(summary(MONDAY, "1").taken()).isEqualTo(1);
        assertThat(ledger.custody.latest(10)).hasSize(1);
    }

    @Test
    void the_same_content_under_any_name_is_a_duplicate_that_waits_for_an_answer() throws Exception {
        arrives("ELIG_1.txt", "one", EARLY);
        collect(MONDAY, "1");
        putAt("ELIG_1_again.txt.gz", gzip("one"), "2026-10-05T14:00:00Z");
        putAt("ELIG_1_again.txt.gz.done", bytes(""), "2026-10-05T14:00:00Z");

        CollectSummary summary = collect(MONDAY, "2");

        assertThat(summary.duplicate()).isEqualTo(1);
        assertThat(summary.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code().value()).isEqualTo("F-011");
            assertThat(finding.sentence()).startsWith("'ELIG_1_again.txt.gz' ");
        });
        assertThat(ledger.custody.latest(10)).hasSize(1);
        assertThat(landed()).hasSize(1);
        assertThat(ledger.custody.unansweredDuplicates(FeedId.of("lakeshore/medical")))
                .isEmpty();
        List<DuplicateDelivery> unanswered =
                ledger.custody.unansweredDuplicates(onlyFile().feed());
        assertThat(unanswered).singleElement().satisfies(duplicate -> {
            assertThat(duplicate.original()).isEqualTo(onlyFile());
            assertThat(duplicate.remoteName()).isEqualTo("ELIG_1_again.txt.gz");
        });
        ledger.custody.duplicateAnswered(unanswered.get(0).number(), "/acks/x", clock.instant());
        assertThat(ledger.custody.unansweredDuplicates(onlyFile().feed())).isEmpty();
        Instant later = Instant.parse("2099-01-01T00:00:00Z");
        assertThat(ledger.custody.duplicateNames(onlyFile().feed(), later)).containsExactly("ELIG_1_again.txt.gz");
        assertThat(ledger.custody.duplicateNames(onlyFile().feed(), Instant.EPOCH))
                .isEmpty();
        assertThat(ledger.custody.duplicateNames(FeedId.of("lakeshore/other"), later))
                .isEmpty();
    }

    @Test
    void the_same_name_with_new_content_is_a_new_file() throws Exception {
        arrives("ELIG_1.txt", "one", EARLY);
        collect(MONDAY, "1");
        arrives("ELIG_1.txt", "two", "2026-10-05T13:00:00Z");
        assertThat(collect(MONDAY, "2").taken()).isEqualTo(1);
        assertThat(ledger.custody.awaitingIntake())
                .extracting(ReceivedFile::remoteName)
                .containsExactly("ELIG_1.txt", "ELIG_1.txt");
    }

    @Test
    void a_file_written_anew_after_its_marker_waits_for_a_new_marker() throws Exception {
        arrives("ELIG_1.txt", "one", EARLY);
        putAt("ELIG_1.txt", bytes("half of tw"), "2026-10-05T13:00:00Z");
        assertThat(collect(MONDAY, "1").waiting()).isEqualTo(1);
    }

    @Test
    void files_of_no_feed_are_told_and_left_and_temporary_ones_are_passed_over() throws Exception {
        for (String name : List.of("stray.txt", "ELIG_9.txt.part", ".hidden", "x.filepart", "y.tmp", "z.writing")) {
            putAt(name, bytes("x"), EARLY);
        }
        putAt("ELIG_x\u0007.txt", bytes("x"), EARLY);
        Files.createDirectory(outbox.resolve("ELIG_folder"));
        Files.createSymbolicLink(outbox.resolve("ELIG_link"), outbox.resolve("stray.txt"));

        CollectSummary summary = collect(MONDAY, "1");

        assertThat(summary.unknown()).isEqualTo(4);
        assertThat(summary.seen()).isEqualTo(4);
        assertThat(summary.findings())
                .extracting(f -> f.code() + " " + f.severity())
                .containsOnly("F-001 WARN");
        assertThat(summary.findings()).extracting(f -> f.sentence()).anyMatch(s -> s.contains("'ELIG_x?.txt'"));
        assertThat(summary.findings())
                .extracting(f -> f.sentence())
                .filteredOn(s -> s.contains("is a link, a folder or a device"))
                .hasSize(2);
        assertThat(outbox.resolve("stray.txt")).exists();
    }

    @Test
    void a_file_of_tomorrow_is_not_there_yet() throws Exception {
        arrives("ELIG_1.txt", "one", "2026-10-06T12:00:00Z");
        assertThat(collect(MONDAY, "1").seen()).isZero();
        clock.set("2026-10-06T15:00:00Z");
        assertThat(collect("2026-10-06", "1").taken()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 32_767, 32_768, 99_999})
    void a_download_that_is_cut_leaves_nothing_and_is_taken_by_the_rerun(long bytes) throws Exception {
        putAt("ELIG_1.txt", new byte[100_000], EARLY);
        putAt("ELIG_1.txt.done", bytes(""), EARLY);
        run(list(), MONDAY, "1");
        faults.cutAfter(bytes);
        assertThatThrownBy(() -> run(take(), MONDAY, "1")).isInstanceOf(PartnerServerException.class);
        assertThat(landed()).isEmpty();
        assertThat(ledger.custody.latest(10)).isEmpty();

        faults.cutNoMore();
        run(take(), MONDAY, "1");
        assertThat(onlyFile().bytes()).isEqualTo(100_000);
    }

    @Test
    void a_file_that_grows_while_it_is_fetched_is_not_taken() throws Exception {
        arrives("ELIG_1.txt", "one", EARLY);
        run(list(), MONDAY, "1");
        faults.atOpen(() -> put("ELIG_1.txt", bytes("one and more")));
        run(take(), MONDAY, "1");
        assertThat(summary(MONDAY, "1").waiting()).isEqualTo(1);
        assertThat(landed()).isEmpty();
    }

    @Test
    void without_markers_a_file_is_complete_when_it_stays_equal_over_the_looks() throws Exception {
        feed = Partners.aFeed("eligibility", "ELIG_.*", new Completeness.Stable(3, Duration.ofSeconds(60)), null);
        putAt("ELIG_1.txt", bytes("whole"), EARLY);
        putAt("ELIG_2.txt", bytes("hal"), EARLY);
        int[] waits = {0};
        waiter = time -> {
            assertThat(time).isEqualTo(Duration.ofSeconds(60));
            if (++waits[0] == 2) {
                putAt("ELIG_2.txt", bytes("half more"), EARLY);
            }
        };
        CollectSummary first = collect(MONDAY, "1");
        assertThat(first.taken()).isEqualTo(1);
        assertThat(first.waiting()).isEqualTo(1);
        assertThat(waits[0]).isEqualTo(2);
        assertThat(onlyFile().arrivedAt()).isEqualTo(Instant.parse(EARLY));
        assertThat(collect(MONDAY, "2").taken()).isEqualTo(1);
        assertThat(collect(MONDAY, "3").known()).isEqualTo(2);
        assertThat(waits[0]).as("nothing new, nothing to wait for").isEqualTo(4);
    }

    @Test
    void a_control_file_completes_a_file_and_what_it_states_is_kept_with_it() throws Exception {
        feed = Partners.aFeed("eligibility", "ELIG_.*", new Completeness.Control(".ctl"), "/processed");
        Path processed = Files.createDirectories(server.root().resolve("processed"));
        putAt("ELIG_1.txt", bytes("one"), EARLY);
        putAt("ELIG_2.txt", bytes("three"), EARLY);
        putAt("ELIG_2.txt.ctl", bytes("DT|S1|M1||Doe|Jane|19850214\n".repeat(100)), EARLY);
        CollectSummary first = collect(MONDAY, "1");
        assertThat(first.waiting()).isEqualTo(1);
        assertThat(first.findings()).isEmpty();
        assertThat(ledger.custody.controlFile(file("ELIG_2.txt").id()))
                .as("nothing of a text that is no control file")
                .contains(ControlFile.UNREADABLE);

        putAt("ELIG_1.txt.ctl", bytes("ELIG_1.txt|3||1|\n"), EARLY);
        assertThat(collect(MONDAY, "2").taken()).isEqualTo(1);
        ReceivedFile one = file("ELIG_1.txt");
        assertThat(ledger.custody.controlFile(one.id())).contains(new ControlFile(3L, null, 1L, null));
        assertThat(names(outbox)).isEmpty();
        assertThat(names(processed)).containsExactly("ELIG_1.txt", "ELIG_1.txt.ctl", "ELIG_2.txt", "ELIG_2.txt.ctl");

        putAt("ELIG_1.txt", bytes("one"), "2026-10-05T13:00:00Z");
        putAt("ELIG_1.txt.ctl", bytes("ELIG_1.txt|3||2|"), "2026-10-05T13:00:00Z");
        assertThat(collect(MONDAY, "3").duplicate()).isEqualTo(1);
        assertThat(ledger.custody.controlFile(one.id()))
                .as("the newer one, when the file is read again")
                .contains(new ControlFile(3L, null, 2L, null));
    }

    @Test
    void taken_files_and_markers_are_moved_away_even_when_the_name_was_used_before() throws Exception {
        feed = withProcessed();
        Path processed = Files.createDirectories(server.root().resolve("processed"));
        arrives("ELIG_1.txt", "one", EARLY);
        collect(MONDAY, "1");
        assertThat(names(outbox)).isEmpty();
        assertThat(names(processed)).containsExactly("ELIG_1.txt", "ELIG_1.txt.done");
        arrives("ELIG_1.txt", "two", "2026-10-05T13:00:00Z");
        collect(MONDAY, "2");
        assertThat(names(outbox)).isEmpty();
        assertThat(names(processed)).hasSize(4);
    }

    @Test
    void a_refused_move_is_told_and_costs_nothing() throws Exception {
        feed = withProcessed();
        Path processed = Files.createDirectories(server.root().resolve("processed"));
        arrives("ELIG_1.txt", "one", EARLY);
        faults.refuseMoves(true);
        CollectSummary summary = collect(MONDAY, "1");
        assertThat(summary.taken()).isEqualTo(1);
        assertThat(summary.notTidied()).isEqualTo(1);
        assertThat(names(outbox)).containsExactly("ELIG_1.txt", "ELIG_1.txt.done");

        CollectSummary second = collect(MONDAY, "2");
        assertThat(second.taken()).isZero();
        assertThat(second.known()).isEqualTo(1);

        faults.refuseMoves(false);
        assertThat(collect(MONDAY, "3").notTidied()).isZero();
        assertThat(names(processed)).containsExactly("ELIG_1.txt", "ELIG_1.txt.done");
    }

    @Test
    void packed_or_not_is_told_by_content_and_a_cut_one_is_refused_with_a_reason() throws Exception {
        byte[] packed = gzip("member");
        putComplete("ELIG_named_plain.txt", packed);
        putComplete("ELIG_named_packed.gz", bytes("plain"));
        putComplete("ELIG_cut.gz", Arrays.copyOf(packed, packed.length - 3));
        collect(MONDAY, "1");

        assertThat(clearText(file("ELIG_named_plain.txt"))).isEqualTo("member");
        assertThat(clearText(file("ELIG_named_packed.gz"))).isEqualTo("plain");
        ReceivedFile cut = file("ELIG_cut.gz");
        assertThat(cut.clearSha()).isEqualTo(cut.receivedSha());
        Outcome<InputStream> outcome = landing.openClear(cut);
        assertThat(outcome).isInstanceOf(Outcome.Refusal.class);
        assertThat(outcome.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).hasToString("F-002");
            assertThat(finding.sentence()).contains("ends in the middle");
        });
    }

    @Test
    void what_a_crash_left_before_the_ledger_is_swept_and_the_rest_stays() throws Exception {
        arrives("ELIG_1.txt", "one", EARLY);
        collect(MONDAY, "1");
        Files.writeString(landingFolder.resolve("F-000099"), "kept, and then the process ended");
        Files.writeString(landingFolder.resolve("lakeshore.eligibility.1.part"), "half");
        new LandingSweep(landing, ledger.taking).afterPropertiesSet();
        assertThat(landed()).containsExactly(onlyFile().id().value());
    }

    @Test
    void bytes_that_changed_in_the_landing_are_never_read_as_the_file() throws Exception {
        arrives("ELIG_1.txt", "one", EARLY);
        collect(MONDAY, "1");
        Files.writeString(landingFolder.resolve(onlyFile().id().value()), "two");
        assertThatThrownBy(() -> clearText(onlyFile()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(
                        "no longer holds the bytes of " + onlyFile().id());
    }

    @Test
    void what_was_moved_away_when_a_run_died_is_noted_as_moved_by_the_next() throws Exception {
        feed = withProcessed();
        Path processed = Files.createDirectories(server.root().resolve("processed"));
        arrives("ELIG_1.txt", "one", EARLY);
        run(list(), MONDAY, "1");
        run(take(), MONDAY, "1");
        for (String name : List.of("ELIG_1.txt.done", "ELIG_1.txt")) {
            Files.move(outbox.resolve(name), processed.resolve(name));
        }

        assertThat(collect(MONDAY, "2").taken()).isZero();

        assertThat(ledger.control
                        .sql("select tidied from sighting")
                        .query(String.class)
                        .list())
                .containsExactly("MOVED");
    }

    private Feed withProcessed() {
        return Partners.aFeed("eligibility", "ELIG_.*", new Completeness.Marker(".done"), "/processed");
    }

    private CollectSummary collect(String businessDate, String poll) throws Exception {
        for (var work : List.of(list(), take(), tidy())) {
            Counts counts = run(work, businessDate, poll);
            assertThat(counts.balance())
                    .as("%s balances", work.getClass().getSimpleName())
                    .isTrue();
        }
        return summary(businessDate, poll);
    }

    private CollectSummary summary(String businessDate, String poll) {
        return new JdbcCollectSummaries(ledger.sightings).of(ELIGIBILITY, LocalDate.parse(businessDate), poll);
    }

    private static Counts run(StepWork work, String businessDate, String poll) throws Exception {
        return work.run(
                new JobKeys(Map.of("feed", ELIGIBILITY.toString(), "businessDate", businessDate, "poll", poll)),
                Progress.SILENT);
    }

    private Configuration configuration() {
        return Partners.aConfiguration(
                Partners.aPartner(Partners.aConnection(server.port(), server.fingerprint()), Set.of(), feed));
    }

    private SftpShelves shelves() {
        return new SftpShelves(configuration(), new PartnerServers());
    }

    private ListRemoteFiles list() {
        return new ListRemoteFiles(
                configuration(),
                shelves(),
                ledger.sightings,
                ledger.expectations,
                ledger.transaction,
                time -> waiter.await(time),
                clock);
    }

    private TakeCustody take() {
        return new TakeCustody(configuration(), shelves(), landing, ledger.sightings, ledger.taking, Limits.DEFAULT);
    }

    private TidyRemote tidy() {
        return new TidyRemote(configuration(), shelves(), ledger.sightings);
    }

    private void arrives(String name, String content, String at) {
        putAt(name, bytes(content), at);
        putAt(name + ".done", bytes(""), at);
    }

    private void putComplete(String name, byte[] content) {
        putAt(name, content, EARLY);
        putAt(name + ".done", bytes(""), EARLY);
    }

    private void putAt(String name, byte[] content, String at) {
        put(name, content);
        try {
            Files.setLastModifiedTime(outbox.resolve(name), FileTime.from(Instant.parse(at)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(String name, byte[] content) {
        try {
            Files.write(outbox.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReceivedFile onlyFile() {
        assertThat(ledger.custody.latest(10)).hasSize(1);
        return ledger.custody.latest(10).get(0).file();
    }

    private ReceivedFile file(String name) {
        return ledger.custody.awaitingIntake().stream()
                .filter(f -> f.remoteName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String clearText(ReceivedFile file) throws IOException {
        Outcome<InputStream> outcome = landing.openClear(file);
        assertThat(outcome).isInstanceOf(Outcome.Success.class);
        try (InputStream in = ((Outcome.Success<InputStream>) outcome).value()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> landed() throws IOException {
        return Files.isDirectory(landingFolder) ? names(landingFolder) : List.of();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes(text));
        }
        return out.toByteArray();
    }
}

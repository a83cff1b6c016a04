package counterpart.receive.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.finding.Finding;
import counterpart.model.FeedId;
import counterpart.partner.Completeness;
import counterpart.partner.Configuration;
import counterpart.partner.PartnerServerException;
import counterpart.partner.sftp.PartnerServers;
import counterpart.receive.CollectSummary;
import counterpart.receive.FolderLanding;
import counterpart.receive.Limits;
import counterpart.receive.MovableClock;
import counterpart.receive.Partners;
import counterpart.receive.jdbc.JdbcCollectSummaries;
import counterpart.receive.jdbc.Ledger;
import counterpart.receive.sftp.SftpShelves;
import counterpart.sample.server.DemoSftpServer;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A partner's server that lists what no file system holds. */
@Timeout(120)
class HostileListingIT {
    private static final FeedId ELIGIBILITY = FeedId.of("lakeshore/eligibility");
    private static final String EARLY = "2026-10-05T12:00:00Z";
    private static final List<String> HOSTILE = List.of(
            "../ELIG_1.txt",
            "../../../../etc/cron.d/ELIG_1.txt",
            "/etc/ELIG_1.txt",
            "/ELIG_1.txt",
            "a/ELIG_1.txt",
            "..\\ELIG_1.txt",
            "C:\\ELIG_1.txt",
            "\\\\server\\ELIG_1.txt",
            "ELIG_1.txt\u0000.csv",
            "ELIG_\u001b[2J.txt",
            "ELIG_1\r\nlevel=INFO forged.txt",
            "ELIG_\u202etxt.1",
            "ELIG_\u200b1.txt",
            "ELIG_" + "x".repeat(300) + ".txt",
            "ELIG_\ufffd.txt",
            "...\u0007");

    @TempDir
    private Path temp;

    private final Map<String, String> told = new HashMap<>();
    private final MovableClock clock = new MovableClock("2026-10-05T15:00:00Z");
    private final Ledger ledger = new Ledger(clock);
    private boolean endless;
    private DemoSftpServer server;
    private Path outbox;
    private FolderLanding landing;

    @BeforeEach
    void start() throws IOException {
        server = new DemoSftpServer(
                temp.resolve("root"), temp.resolve("host.key"), "counterpart", "right", (ssh, sftp) -> lie(sftp));
        outbox = Files.createDirectories(server.root().resolve("outbox"));
        landing = new FolderLanding(temp.resolve("home/landing"), Limits.DEFAULT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** The pattern of the feed takes every name, as a careless configuration may. */
    @Test
    void no_hostile_name_is_fetched_and_each_is_told_on_one_line() throws Exception {
        for (int i = 0; i < HOSTILE.size(); i++) {
            arrives("file" + i, HOSTILE.get(i));
        }
        arrives("-rf", "-rf");
        arrives("honest.txt", "honest.txt");

        CollectSummary summary = collect();

        assertThat(summary.unknown()).isEqualTo(HOSTILE.size());
        assertThat(summary.taken()).isEqualTo(2);
        assertThat(ledger.custody.latest(10))
                .extracting(past -> past.file().remoteName())
                .containsExactlyInAnyOrder("-rf", "honest.txt");
        assertThat(summary.findings())
                .extracting(Finding::sentence)
                .hasSize(HOSTILE.size())
                .allSatisfy(sentence -> {
                    assertThat(sentence).matches("[\\P{Cntrl}&&[^\\u202e\\u200b\\ufffd]]+");
                    assertThat(sentence.length()).isLessThan(300);
                });
        assertThat(written())
                .as("all that was written, in bytes of the landing")
                .hasSize(2)
                .allMatch(path -> path.matches("landing/F-\\d{6}"));
    }

    @Test
    void a_name_that_only_looks_like_a_feeds_is_no_file_of_it() throws Exception {
        arrives("a", "\u0415LIG_1.txt"); // a Cyrillic letter
        arrives("b", "ELIG_1.txt ");
        arrives("c", "elig_1.txt");

        CollectSummary summary = collect("ELIG_\\d+\\.txt");

        assertThat(summary.taken()).isZero();
        assertThat(summary.unknown()).isEqualTo(3);
    }

    @Test
    void a_folder_that_repeats_itself_for_ever_is_given_up() throws IOException {
        arrives("again", "again");
        endless = true;
        assertThatThrownBy(this::collect)
                .isInstanceOf(PartnerServerException.class)
                .hasMessageContaining("/outbox has more than 20000 entries and was not read");
    }

    private void arrives(String onDisk, String listed) throws IOException {
        Path file = Files.writeString(outbox.resolve(onDisk), "content of " + onDisk);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(EARLY)));
        told.put(onDisk, listed);
    }

    private void lie(SftpSubsystemFactory sftp) {
        SftpFileSystemAccessor honest = sftp.getFileSystemAccessor();
        sftp.setFileSystemAccessor(new SftpFileSystemAccessor() {
            @Override
            public Path resolveLocalFilePath(SftpSubsystemProxy subsystem, Path root, String path) throws IOException {
                return honest.resolveLocalFilePath(subsystem, root, path);
            }

            @Override
            public void putRemoteFileName(
                    SftpSubsystemProxy subsystem, Path path, Buffer buffer, String name, boolean shortName) {
                buffer.putString(endless ? "." : told.getOrDefault(name, name));
            }

            @Override
            public DirectoryStream<Path> openDirectory(
                    SftpSubsystemProxy subsystem,
                    DirectoryHandle handle,
                    Path folder,
                    String name,
                    LinkOption... options)
                    throws IOException {
                return endless ? endless(folder) : Files.newDirectoryStream(folder);
            }
        });
    }

    private static DirectoryStream<Path> endless(Path folder) {
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return Stream.generate(() -> folder.resolve("again")).iterator();
            }

            @Override
            public void close() {}
        };
    }

    private CollectSummary collect() throws Exception {
        return collect(".*");
    }

    private CollectSummary collect(String pattern) throws Exception {
        Configuration configuration = Partners.aConfiguration(Partners.aPartner(
                Partners.aConnection(server.port(), server.fingerprint()),
                Set.of(),
                Partners.aFeed("eligibility", pattern, new Completeness.Stable(2, Duration.ofSeconds(1)), null)));
        SftpShelves shelves = new SftpShelves(configuration, new PartnerServers());
        JobKeys keys = new JobKeys(Map.of("feed", ELIGIBILITY.toString(), "businessDate", "2026-10-05", "poll", "1"));
        Counts listed = new ListRemoteFiles(
                        configuration,
                        shelves,
                        ledger.sightings,
                        ledger.expectations,
                        ledger.transaction,
                        time -> {},
                        clock)
                .run(keys, Progress.SILENT);
        assertThat(listed.balance()).isTrue();
        assertThat(new TakeCustody(configuration, shelves, landing, ledger.sightings, ledger.taking, Limits.DEFAULT)
                        .run(keys, Progress.SILENT)
                        .balance())
                .isTrue();
        return new JdbcCollectSummaries(ledger.sightings).of(ELIGIBILITY, LocalDate.parse("2026-10-05"), "1");
    }

    private List<String> written() throws IOException {
        try (Stream<Path> paths = Files.walk(temp)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> !path.startsWith(server.root()) && !path.endsWith("host.key"))
                    .map(path -> temp.resolve("home").relativize(path).toString())
                    .toList();
        }
    }
}

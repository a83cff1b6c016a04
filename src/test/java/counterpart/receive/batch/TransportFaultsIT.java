package counterpart.receive.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.control.batch.StepWork;
import counterpart.finding.Outcome;
import counterpart.finding.Trouble;
import counterpart.model.FeedId;
import counterpart.partner.Configuration;
import counterpart.partner.Connection;
import counterpart.partner.PartnerServerException;
import counterpart.partner.PartnerServerException.Kind;
import counterpart.partner.Secret;
import counterpart.partner.sftp.PartnerServers;
import counterpart.receive.FolderLanding;
import counterpart.receive.Limits;
import counterpart.receive.MovableClock;
import counterpart.receive.Partners;
import counterpart.receive.ReceivedFile;
import counterpart.receive.jdbc.Ledger;
import counterpart.receive.sftp.SftpShelves;
import counterpart.sample.server.DemoSftpServer;
import counterpart.sample.server.FaultyLine;
import counterpart.sample.server.FaultyLine.End;
import counterpart.sample.server.ServerFaults;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file on its way to us over a line that breaks: nothing, or the whole file, and the next run takes it. */
@Timeout(240)
class TransportFaultsIT {
    private static final FeedId ELIGIBILITY = FeedId.of("lakeshore/eligibility");
    private static final String MONDAY = "2026-10-05";
    private static final int LENGTH = 200_000;
    private static final String EARLY = "2026-10-05T12:00:00Z";

    @TempDir
    private Path temp;

    private final ServerFaults faults = new ServerFaults();
    private final Set<SessionListener.Event> stallAt = ConcurrentHashMap.newKeySet();
    private final MovableClock clock = new MovableClock("2026-10-05T15:00:00Z");
    private final Ledger ledger = new Ledger(clock);
    private final byte[] content = new byte[LENGTH];
    private DemoSftpServer server;
    private FaultyLine line;
    private Path outbox;
    private FolderLanding landing;
    private int polls;

    @BeforeEach
    void start() throws IOException {
        server = new DemoSftpServer(
                temp.resolve("root"), temp.resolve("host.key"), "counterpart", "right", (ssh, sftp) -> {
                    faults.applyTo(ssh, sftp);
                    ssh.addSessionListener(new SessionListener() {
                        @Override
                        public void sessionEvent(Session session, Event event) {
                            if (stallAt.contains(event)) {
                                line.stall();
                            }
                        }
                    });
                });
        line = new FaultyLine(server.port());
        outbox = Files.createDirectories(server.root().resolve("outbox"));
        landing = new FolderLanding(temp.resolve("landing"), Limits.DEFAULT);
        new Random(1).nextBytes(content);
        arrives(content, EARLY);
    }

    @AfterEach
    void stop() {
        line.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 20, 1_000, 3_000, 32_767, 32_768, LENGTH - 1, LENGTH})
    void a_line_that_is_cut_after_so_many_bytes_leaves_nothing_and_the_rerun_takes_the_file(long bytes) {
        listed();
        line.endToClientAfter(bytes, End.CLOSE);
        assertTroubleIs(Trouble.Kind.UNAVAILABLE, this::take);
        assertNothingIsHere();
        line.heal();
        assertTheRerunTakesIt();
    }

    /** The last bytes are the session's good-bye: then the file may be here, but whole. */
    @Test
    void a_line_that_is_cut_at_the_last_byte_costs_no_byte() {
        listed();
        long before = line.carriedToClient();
        assertThat(run(take())).isEqualTo(new Counts(1, Map.of("taken", 1L)));
        long all = line.carriedToClient() - before;
        byte[] other = content.clone();
        other[0]++;
        arrives(other, "2026-10-05T13:00:00Z");
        listed();
        line.endToClientAfter(all - 1, End.CLOSE);
        try {
            run(take());
        } catch (PartnerServerException e) {
            assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
        }
        line.heal();
        listed();
        run(take());
        assertThat(ledger.custody.awaitingIntake())
                .hasSize(2)
                .allSatisfy(file -> assertThat(clear(file)).hasSize(LENGTH));
    }

    @ParameterizedTest
    @EnumSource(
            value = End.class,
            names = {"RESET", "HALF_CLOSE", "STALL"})
    void a_line_that_ends_in_the_middle_in_any_way_is_a_matter_of_trying_later(End end) {
        listed();
        line.endToClientAfter(100_000, end);
        assertTroubleIs(Trouble.Kind.UNAVAILABLE, this::take);
        assertNothingIsHere();
        line.heal();
        assertTheRerunTakesIt();
    }

    @ParameterizedTest
    @EnumSource(
            value = SessionListener.Event.class,
            names = {"KeyEstablished", "Authenticated"})
    void a_server_that_falls_silent_is_waited_for_no_longer_than_agreed(SessionListener.Event event) {
        stallAt.add(event);
        PartnerServerException failure = assertTroubleIs(Trouble.Kind.UNAVAILABLE, this::list);
        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(failure).hasMessageContainingAll("no answer within 2 seconds", "Nothing is lost", "Next:");
        stallAt.clear();
        line.heal();
        listed();
        assertTheRerunTakesIt();
    }

    @Test
    void content_that_is_swapped_while_it_is_fetched_is_not_taken_and_the_new_one_is() {
        listed();
        byte[] swapped = content.clone();
        swapped[LENGTH - 1]++;
        faults.atOpen(() -> arrives(swapped, "2026-10-05T12:30:00Z"));
        assertThat(run(take())).isEqualTo(new Counts(1, Map.of("changed", 1L)));
        assertNothingIsHere();
        faults.atOpen(() -> {});
        listed();
        assertThat(run(take())).isEqualTo(new Counts(1, Map.of("taken", 1L)));
        assertThat(clear(ledger.custody.awaitingIntake().get(0))).isEqualTo(swapped);
    }

    @Tag("long")
    @Timeout(3600)
    @Test
    void a_thousand_broken_lines_never_give_a_part_of_a_file() {
        long seed = 20261122;
        Random random = new Random(seed);
        listed();
        long before = line.carriedToClient();
        for (int i = 0; i < 1000; i++) {
            End end = random.nextInt(10) == 0 ? End.RESET : End.CLOSE;
            if (random.nextBoolean()) {
                line.endToClientAfter(random.nextInt(LENGTH), end);
            } else {
                line.endToServerAfter(random.nextInt(3_000), end);
            }
            try {
                run(take());
                break; // a break of the way there may come after the last word that mattered
            } catch (PartnerServerException e) {
                assertThat(e.trouble()).as("seed %d, number %d", seed, i).isEqualTo(Trouble.Kind.UNAVAILABLE);
            }
            assertThat(landed()).as("seed %d, number %d", seed, i).isEmpty();
            line.heal();
        }
        assertThat(line.carriedToClient()).isGreaterThan(before);
        line.heal();
        assertTheRerunTakesIt();
    }

    @Tag("long")
    @Test
    void a_server_that_dribbles_is_given_up_after_a_minute() {
        listed();
        line.dribble(1_000);
        PartnerServerException failure = assertTroubleIs(Trouble.Kind.PROTOCOL, this::take);
        assertThat(failure).hasMessageContainingAll("are too slow to finish", "it was not taken", "Next:");
        assertNothingIsHere();
    }

    private void assertTheRerunTakesIt() {
        listed();
        run(take());
        assertThat(ledger.custody.awaitingIntake())
                .singleElement()
                .satisfies(file -> assertThat(clear(file)).isEqualTo(content));
    }

    private void assertNothingIsHere() {
        assertThat(landed()).isEmpty();
        assertThat(ledger.custody.latest(10)).isEmpty();
    }

    private interface Work {
        StepWork work();
    }

    private PartnerServerException assertTroubleIs(Trouble.Kind trouble, Work work) {
        PartnerServerException[] caught = new PartnerServerException[1];
        assertThatThrownBy(() -> run(work.work())).isInstanceOfSatisfying(PartnerServerException.class, e -> {
            assertThat(e.trouble()).as(e.getMessage()).isEqualTo(trouble);
            caught[0] = e;
        });
        return caught[0];
    }

    private void listed() {
        polls++;
        run(list());
    }

    private Counts run(StepWork work) {
        try {
            return work.run(
                    new JobKeys(Map.of(
                            "feed", ELIGIBILITY.toString(), "businessDate", MONDAY, "poll", Integer.toString(polls))),
                    Progress.SILENT);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private ListRemoteFiles list() {
        return new ListRemoteFiles(
                configuration(),
                shelves(),
                ledger.sightings,
                ledger.expectations,
                ledger.transaction,
                time -> {},
                clock);
    }

    private TakeCustody take() {
        return new TakeCustody(configuration(), shelves(), landing, ledger.sightings, ledger.taking, Limits.DEFAULT);
    }

    private SftpShelves shelves() {
        return new SftpShelves(configuration(), new PartnerServers());
    }

    private Configuration configuration() {
        Connection connection = new Connection(
                "127.0.0.1",
                line.port(),
                "counterpart",
                new Secret("right"),
                null,
                null,
                List.of(server.fingerprint()),
                Duration.ofSeconds(2));
        return Partners.aConfiguration(
                Partners.aPartner(connection, Set.of(), Partners.aFeed("eligibility", "ELIG_.*")));
    }

    private void arrives(byte[] bytes, String at) {
        try {
            Files.write(outbox.resolve("ELIG_1.txt"), bytes);
            Files.write(outbox.resolve("ELIG_1.txt.done"), new byte[0]);
            for (String name : List.of("ELIG_1.txt", "ELIG_1.txt.done")) {
                Files.setLastModifiedTime(outbox.resolve(name), FileTime.from(Instant.parse(at)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] clear(ReceivedFile file) {
        try {
            Outcome<InputStream> outcome = landing.openClear(file);
            try (InputStream in = ((Outcome.Success<InputStream>) outcome).value()) {
                return in.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> landed() {
        Path folder = temp.resolve("landing");
        try (Stream<Path> paths = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return paths.map(p -> p.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package counterpart.crash;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.control.HomeLock;
import counterpart.control.StatusFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whatever ends a run and whenever, the same command again leaves what an undisturbed run leaves. The points follow from
 * {@code -Dcrash.seed}; {@code -Dcrash.points} says how many, {@code -Dcrash.point} picks one.
 */
class CrashIT {
    private static final Logger LOG = LoggerFactory.getLogger(CrashIT.class);
    private static final int STOPPED = 143;
    private static final long SEED = Long.getLong("crash.seed", 4);
    private static final int POINTS = Integer.getInteger("crash.points", 12);
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 3);
    private static final int ONE = Integer.getInteger("crash.point", -1);
    private static final int LANES = Integer.getInteger("crash.lanes", 2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Program program;

    private static List<Played> acts = List.of();

    @BeforeAll
    static void rehearse() throws Exception {
        boolean traced = (POINTS > Point.QUICK || ONE >= Point.QUICK) && Syscalls.available();
        program = Program.pack(folder);
        acts = new Rehearsal(program, folder, traced).play();
    }

    @Test
    void the_same_command_again_mends_whatever_a_kill_left() throws Exception {
        ConcurrentLinkedQueue<Point> points = new ConcurrentLinkedQueue<>();
        (ONE >= 0 ? IntStream.of(ONE) : IntStream.range(0, POINTS))
                .forEach(number -> points.add(Point.of(SEED, number)));
        AtomicInteger kills = new AtomicInteger();
        List<String> wrong = new ArrayList<>();
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        List<Future<List<String>>> results = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            Path own = folder.resolve("lane-" + lane);
            results.add(lanes.submit(() -> lane(points, own, kills)));
        }
        for (Future<List<String>> result : results) {
            wrong.addAll(result.get());
        }
        lanes.shutdown();

        assertThat(wrong)
                .as("points of seed " + SEED + " after which something was not as it should be")
                .isEmpty();
        assertThat(kills).as("runs that were killed").hasValueGreaterThan(0);
    }

    private static List<String> lane(ConcurrentLinkedQueue<Point> points, Path own, AtomicInteger kills)
            throws IOException, InterruptedException, SQLException {
        List<String> wrong = new ArrayList<>();
        try (Stage stage = new Stage(own)) {
            for (Point point = points.poll(); point != null; point = points.poll()) {
                Trial trial = new Trial(program, stage, acts.get(point.act()), point);
                Set<String> faults = trial.run();
                kills.addAndGet(trial.kills());
                LOG.info("{} kills={} faults={}", point.repeat(), trial.kills(), faults.size());
                if (!faults.isEmpty()) {
                    wrong.add(trial.story() + "\n" + String.join("\n", faults));
                }
            }
        }
        return wrong;
    }

    @Test
    void of_two_that_start_at_once_one_works_and_the_other_names_it() throws Exception {
        List<String> night = acts.get(2).act().words();
        List<String> month = acts.get(3).act().words();
        List<String> deliver = List.of("deliver", "--retry", "--reason", "a test");
        try (Stage stage = new Stage(folder.resolve("race"))) {
            for (int round = 0; round < ROUNDS; round++) {
                Set<String> faults = switch (round % 3) {
                    case 0 -> new Race(program, stage, acts.get(2)).against(night);
                    case 1 -> new Race(program, stage, acts.get(3)).against(month);
                    default -> new Race(program, stage, acts.get(2)).against(round % 2 == 0 ? deliver : month);
                };
                assertThat(faults).as("round " + round).isEmpty();
            }
        }
    }

    @Test
    void a_night_that_is_told_to_stop_says_so_and_the_next_goes_on() throws Exception {
        Played night = acts.get(1);
        try (Stage stage = new Stage(folder.resolve("stop"))) {
            stage.restore(night.before());
            Command[] running = new Command[1];
            stage.trigger().act(night.moments() / 2, () -> running[0].process().destroy());
            running[0] = Command.start(program, stage, night.act().words());
            Command.Ended stopped = running[0].end();

            assertThat(stage.trigger().where()).as("where it was stopped").isNotEmpty();
            assertThat(stopped.exitCode()).as(stopped.out()).isEqualTo(STOPPED);
            assertThat(stopped.out()).contains("stopped by a signal; the next run continues");
            StatusFile status = StatusFile.read(stage.home()).orElseThrow();
            assertThat(status.present()).isNull();
            assertThat(status.lastRuns().get("nightly")).satisfies(last -> {
                assertThat(last.outcome()).isEqualTo("STOPPED");
                assertThat(last.exitCode()).isEqualTo(STOPPED);
            });
            assertThat(HomeLock.owner(stage.home())).isEmpty();

            stage.trigger().disarm();
            Command.Ended again =
                    Command.start(program, stage, night.act().words()).end();
            assertThat(again.exitCode()).as(again.out()).isIn(Rehearsal.NORMAL);
            assertThat(Picture.of(stage)).isEqualTo(night.picture());
        }
    }
}

package counterpart.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whatever kills a run and whenever, the same command again leaves what an undisturbed run leaves. The points follow from
 * {@code -Dcrash.seed}; {@code -Dcrash.points} says how many, {@code -Dcrash.point} picks one.
 */
class CrashIT {
    private static final Logger LOG = LoggerFactory.getLogger(CrashIT.class);
    private static final long SEED = Long.getLong("crash.seed", 4);
    private static final int POINTS = Integer.getInteger("crash.points", 12);
    private static final int ONE = Integer.getInteger("crash.point", -1);
    private static final int LANES = Integer.getInteger("crash.lanes", 2);

    @TempDir
    private Path folder;

    @Test
    void the_same_command_again_mends_whatever_a_kill_left() throws Exception {
        boolean traced = (POINTS > 50 || ONE >= 0) && Syscalls.available();
        Program program = Program.pack(folder);
        List<Played> acts = new Rehearsal(program, folder, traced).play();
        ConcurrentLinkedQueue<Point> points = new ConcurrentLinkedQueue<>();
        (ONE >= 0 ? IntStream.of(ONE) : IntStream.range(0, POINTS))
                .forEach(number -> points.add(Point.of(SEED, number, acts.size(), traced)));

        AtomicInteger kills = new AtomicInteger();
        List<String> wrong = new ArrayList<>();
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        List<Future<List<String>>> results = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            Path own = folder.resolve("lane-" + lane);
            results.add(lanes.submit(lane(program, acts, points, own, kills)));
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

    private static Callable<List<String>> lane(
            Program program, List<Played> acts, ConcurrentLinkedQueue<Point> points, Path folder, AtomicInteger kills) {
        return () -> {
            List<String> wrong = new ArrayList<>();
            try (Stage stage = new Stage(folder)) {
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
        };
    }
}

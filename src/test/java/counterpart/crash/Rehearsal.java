package counterpart.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plays every act once, undisturbed: what each began with and what it left is what the others are held against. */
final class Rehearsal {
    /** Done, nothing to do, done with rejects, a person must look at a file: a run that came to its end. */
    static final Set<Integer> NORMAL = Set.of(0, 3, 10, 20);

    private final Program program;
    private final Path folder;
    private final boolean traced;

    /** @param traced whether to count system calls, which takes a second run of each act */
    Rehearsal(Program program, Path folder, boolean traced) {
        this.program = program;
        this.folder = folder;
        this.traced = traced;
    }

    List<Played> play() throws IOException, InterruptedException, SQLException {
        List<Played> played = new ArrayList<>();
        try (Stage stage = new Stage(folder.resolve("rehearsal"))) {
            stage.deliver(Instant.MIN, Act.BEFORE.arrived());
            run(stage, List.of(), Act.BEFORE);
            Instant arrived = Act.BEFORE.arrived();
            for (Act act : Act.ALL) {
                stage.deliver(arrived, act.arrived());
                arrived = act.arrived();
                Stage.Scene before = stage.keep(folder.resolve("before-" + played.size()));
                Map<String, Integer> syscalls = traced ? syscalls(stage, act, before) : Map.of();
                played.add(once(stage, act, before, syscalls));
            }
        }
        return played;
    }

    private Played once(Stage stage, Act act, Stage.Scene before, Map<String, Integer> syscalls)
            throws IOException, InterruptedException, SQLException {
        LogLines log = new LogLines(stage.log());
        stage.trigger().disarm();
        long began = System.nanoTime();
        run(stage, List.of(), act);
        long took = System.nanoTime() - began;
        return new Played(
                act,
                before,
                Picture.of(stage),
                stage.mail().mailbox(),
                took,
                stage.trigger().seen(),
                log.count(),
                syscalls);
    }

    private Map<String, Integer> syscalls(Stage stage, Act act, Stage.Scene before)
            throws IOException, InterruptedException {
        Path counted = Files.createTempFile(stage.temporary(), "syscalls", ".txt");
        run(stage, Syscalls.counting(counted), act);
        Map<String, Integer> calls = Syscalls.counted(counted);
        stage.restore(before);
        return calls;
    }

    private void run(Stage stage, List<String> tracer, Act act) throws IOException, InterruptedException {
        Command.Ended ended = Command.start(tracer, program, stage, act.words()).end();
        assertThat(ended.exitCode())
                .as("the exit code of %s, which said: %s", act.words(), ended.out())
                .isIn(NORMAL);
    }
}

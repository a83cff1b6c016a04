package counterpart.crash;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Two processes on one home, which start at once when both are to do the same. The first that asks a server for anything
 * waits until the other has ended, so their times overlap however slow the machine is.
 */
final class Race {
    private static final int BUSY = 75;
    private static final int PATIENCE_SECONDS = 120;
    private static final String OWNER =
            "the home is in use by '%s' \\(process %d of \\S+ on \\S+, since \\d{4}-\\d\\d-\\d\\dT[^)]*Z\\)";

    private final Program program;
    private final Stage stage;
    private final Played act;
    private final Set<String> faults = new TreeSet<>();

    Race(Program program, Stage stage, Played act) {
        this.program = program;
        this.stage = stage;
        this.act = act;
    }

    /**
     * Runs the act against another command.
     *
     * @return what is not as it should be; nothing when all is well
     */
    Set<String> against(List<String> other) throws IOException, InterruptedException, SQLException {
        stage.restore(act.before());
        CompletableFuture<Void> atWork = new CompletableFuture<>();
        CompletableFuture<Void> oneEnded = new CompletableFuture<>();
        stage.trigger().act(1, () -> {
            atWork.complete(null);
            await(oneEnded);
        });
        Command one = Command.start(program, stage, act.act().words());
        if (!other.equals(act.act().words())) {
            await(atWork); // another command might be over before this one begins
        }
        Command two = Command.start(program, stage, other);
        for (Command command : List.of(one, two)) {
            command.process().onExit().thenRun(() -> oneEnded.complete(null));
        }
        Command.Ended first = one.end();
        Command.Ended second = two.end();
        if (first.exitCode() == BUSY) {
            judge(two, second, other, first);
        } else {
            judge(one, first, act.act().words(), second);
        }
        return faults;
    }

    private static void await(CompletableFuture<Void> event) {
        event.completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private void judge(Command worker, Command.Ended worked, List<String> words, Command.Ended refused)
            throws IOException, SQLException {
        if (!Rehearsal.NORMAL.contains(worked.exitCode()) || refused.exitCode() != BUSY) {
            faults.add("ended with " + worked.exitCode() + " and " + refused.exitCode() + ", saying: " + worked.out()
                    + refused.out());
            return;
        }
        String owner = OWNER.formatted(words.get(0), worker.process().pid());
        if (!Pattern.compile(owner).matcher(refused.out()).find()) {
            faults.add("the one that was refused did not name the owner, but said: " + refused.out());
        }
        if (words.equals(act.act().words()) && !Picture.of(stage).equals(act.picture())) {
            faults.add("what is left is not what one run leaves");
        }
    }
}

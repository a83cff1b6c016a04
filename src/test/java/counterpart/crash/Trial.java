package counterpart.crash;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Kills one act at one point, starts it again until it ends by itself, and says what is not as it should be. */
final class Trial {
    private static final int MOST_RUNS = 5;
    private static final String UNCERTAIN = "UNCERTAIN";

    private final Program program;
    private final Stage stage;
    private final Played act;
    private final Point point;
    private final List<String> story = new ArrayList<>();
    private final Set<String> faults = new TreeSet<>();
    private int kills;

    Trial(Program program, Stage stage, Played act, Point point) {
        this.program = program;
        this.stage = stage;
        this.act = act;
        this.point = point;
    }

    /** How often the command was killed; 0 when it had ended before its moment came. */
    int kills() {
        return kills;
    }

    /** What happened, for whoever must find out why. */
    String story() {
        return point.repeat() + " " + point + "\n" + String.join("\n", story);
    }

    /** @return what is not as it should be; nothing when all is well */
    Set<String> run() throws IOException, InterruptedException, SQLException {
        stage.restore(act.before());
        boolean untraced = point.kind() == Point.Kind.SYSCALL && act.syscalls().isEmpty();
        Command.Ended ended = killed(untraced ? Point.Kind.TIME : point.kind(), point.where());
        if (ended.killed() && point.again()) {
            ended = killed(Point.Kind.TIME, point.whereAgain());
        }
        for (int run = 0; ended.killed() && run < MOST_RUNS; run++) {
            ended = tell(Command.start(program, stage, act.act().words()).end());
        }
        if (!Rehearsal.NORMAL.contains(ended.exitCode())) {
            faults.add("the last run ended with " + ended.exitCode());
        }
        Set<String> doubtful = settleMails();
        compare(Picture.of(stage));
        compareMails(doubtful);
        return faults;
    }

    private Command.Ended killed(Point.Kind kind, double where) throws IOException, InterruptedException {
        List<String> tracer = kind == Point.Kind.SYSCALL ? tracer(where) : List.of();
        LogLines log = new LogLines(stage.log());
        Command[] running = new Command[1];
        if (kind == Point.Kind.SERVER) {
            stage.trigger().end(1 + (int) (where * act.moments()), () -> running[0].kill());
        }
        Command command = Command.start(tracer, program, stage, act.act().words());
        running[0] = command;
        switch (kind) {
            case TIME -> {
                command.process().waitFor((long) (where * act.nanos()), TimeUnit.NANOSECONDS);
                command.kill();
            }
            case LOG -> {
                log.await(1 + (long) (where * act.logLines()), command.process());
                command.kill();
            }
            case SERVER, SYSCALL -> {
                // the server or the kernel does it
            }
        }
        Command.Ended ended = tell(command.end());
        stage.trigger().disarm();
        if (ended.killed()) {
            kills++;
        }
        return ended;
    }

    private List<String> tracer(double where) {
        List<String> names = new ArrayList<>(act.syscalls().keySet());
        String name = names.get((int) (where * 1_000_003) % names.size());
        int n = 1 + (int) (where * act.syscalls().getOrDefault(name, 1));
        story.add("killed at " + name + " number " + n);
        return Syscalls.killing(name, n);
    }

    private Command.Ended tell(Command.Ended ended) {
        story.add("ended with " + ended.exitCode() + stage.trigger().where() + ", saying: "
                + ended.out().strip());
        return ended;
    }

    /** Plays the operator who cannot find out what became of a mail and has it sent again. */
    private Set<String> settleMails() throws IOException, InterruptedException, SQLException {
        if (!act.act().isMonth() || Picture.of(stage).stream().noneMatch(line -> line.contains(UNCERTAIN))) {
            return Set.of();
        }
        List<String> words = new ArrayList<>(act.act().words());
        words.addAll(List.of("--uncertain", "resend", "--reason", "nobody knows"));
        Command.Ended ended = tell(Command.start(program, stage, words).end());
        if (ended.exitCode() != 0 && ended.exitCode() != 3) {
            faults.add("sending again what was uncertain ended with " + ended.exitCode());
        }
        return new HashSet<>(act.mails());
    }

    private void compare(List<String> picture) {
        missing(act.picture(), picture).forEach(line -> faults.add("- " + line));
        missing(picture, act.picture()).forEach(line -> faults.add("+ " + line));
    }

    private static List<String> missing(List<String> from, List<String> in) {
        List<String> left = new ArrayList<>(from);
        Set<String> there = new HashSet<>(in);
        left.removeIf(there::contains);
        return left;
    }

    /** Each mail once; one of which nobody knew whether it arrived at most twice, under the same id. */
    private void compareMails(Set<String> doubtful) {
        List<String> mailbox = stage.mail().mailbox();
        for (String mail : new TreeSet<>(mailbox)) {
            int copies = Collections.frequency(mailbox, mail);
            if (!act.mails().contains(mail) || copies > (doubtful.contains(mail) ? 2 : 1)) {
                faults.add("+ mail " + mail + " " + copies + " times");
            }
        }
        missing(act.mails(), mailbox).forEach(mail -> faults.add("- mail " + mail));
    }
}

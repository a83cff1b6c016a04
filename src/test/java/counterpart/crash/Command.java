package counterpart.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program as a scheduler starts it: a process of its own. */
final class Command {
    private static final int PATIENCE_MINUTES = 5;

    /** How a run ended: 137 when it was killed, 143 when it was told to stop. */
    record Ended(int exitCode, String out) {
        static final int KILLED = 137;

        boolean killed() {
            return exitCode == KILLED;
        }
    }

    private final Process process;
    private final Path out;

    private Command(Process process, Path out) {
        this.process = process;
        this.out = out;
    }

    /** Starts the program on a stage. */
    static Command start(Program program, Stage stage, List<String> words) throws IOException {
        return start(List.of(), program, stage, words);
    }

    /** @param before what starts it in turn, for example a tracer */
    static Command start(List<String> before, Program program, Stage stage, List<String> words) throws IOException {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(
                "--home",
                stage.home().root().toString(),
                "--config",
                stage.configuration().toString()));
        return start(before, program, stage.temporary(), all);
    }

    /** @param temporary a folder for what it says, and for what it may leave there */
    static Command start(List<String> before, Program program, Path temporary, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(program.words(temporary));
        command.addAll(words);
        Path out = Files.createTempFile(temporary, "counterpart", ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("COUNTERPART_"));
        return new Command(builder.start(), out);
    }

    Process process() {
        return process;
    }

    /** SIGKILL; what was killed is dead when this returns. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** What it has said so far. */
    String said() throws IOException {
        return Files.readString(out);
    }

    /** Waits for the end. */
    Ended end() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            kill();
            throw new AssertionError("the command hangs; it said: " + said());
        }
        String said = said();
        Files.delete(out);
        return new Ended(process.exitValue(), said);
    }
}

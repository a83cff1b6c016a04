package counterpart.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What one process took.
 *
 * @param seconds by the clock, from start to end
 * @param processorSeconds of all its threads
 * @param memoryMegabytes its largest resident memory; 0 where the system does not tell
 * @param accepted rows that it accepted
 */
record BenchRun(String what, long rows, double seconds, double processorSeconds, long memoryMegabytes, long accepted) {
    private static final List<String> JAVA = List.of("-Xmx512m", "-XX:+UseParallelGC", "-XX:+ExitOnOutOfMemoryError");
    private static final long LOOK_EVERY_MILLIS = 10;
    private static final int KILOBYTES = 1024;

    /** Runs a main class of this program's own class path to its end. */
    static BenchRun of(String what, long rows, List<String> mainAndArguments, Path output)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JAVA);
        command.addAll(List.of("-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path")));
        command.addAll(mainAndArguments);
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        long memory = 0;
        Duration processor = Duration.ZERO;
        do {
            memory = Math.max(memory, largestMemory(process.pid()));
            processor = process.info().totalCpuDuration().orElse(processor);
        } while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
        double seconds = (System.nanoTime() - began) / 1e9;
        ExitCode exitCode = exitCode(process.exitValue());
        if (exitCode != ExitCode.DONE && exitCode != ExitCode.DONE_WITH_REJECTS) {
            throw new CommandFailure(
                    ExitCode.INTERNAL,
                    what + " ended with exit code " + process.exitValue() + "; what it said is in " + output);
        }
        return new BenchRun(what, rows, seconds, processor.toMillis() / 1e3, memory / KILOBYTES, 0);
    }

    static BenchRun median(List<BenchRun> runs) {
        return runs.stream()
                .sorted(Comparator.comparingDouble(BenchRun::seconds))
                .toList()
                .get(runs.size() / 2);
    }

    BenchRun accepting(long count) {
        return new BenchRun(what, rows, seconds, processorSeconds, memoryMegabytes, count);
    }

    double rowsPerSecond() {
        return rows / seconds;
    }

    void into(Table table) {
        table.row(
                what,
                String.format(Locale.ROOT, "%,d", rows),
                String.format(Locale.ROOT, "%.1f", seconds),
                String.format(Locale.ROOT, "%.1f", processorSeconds),
                String.format(Locale.ROOT, "%,.0f", rowsPerSecond()),
                memoryMegabytes,
                String.format(Locale.ROOT, "%,d", accepted));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "  %s: %,d rows in %.1f s, %.1f s of processor time, %d MB",
                what,
                rows,
                seconds,
                processorSeconds,
                memoryMegabytes);
    }

    private static ExitCode exitCode(int code) {
        for (ExitCode known : ExitCode.values()) {
            if (known.code() == code) {
                return known;
            }
        }
        return ExitCode.INTERNAL;
    }

    /** The high-water mark of a process in kilobytes, as Linux tells it. */
    private static long largestMemory(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", ""));
                }
            }
        } catch (IOException e) {
            // Another system, or the process has just ended.
        }
        return 0;
    }
}

package counterpart.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kills at exactly the n-th time that a thread asks the kernel to make something durable, or to rename or delete it. */
final class Syscalls {
    private static final String WATCHED = "fsync,fdatasync,rename,unlink,ftruncate,pwrite64";
    private static final Pattern LINE = Pattern.compile("^(\\d+) +(\\w+)\\(");

    private Syscalls() {}

    /** Whether this machine has the tracer and lets us use it. */
    static boolean available() throws IOException, InterruptedException {
        try {
            Process probe = new ProcessBuilder("strace", "-f", "-qq", "-o", "/dev/null", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Counts them into a file. */
    static List<String> counting(Path into) {
        return List.of("strace", "-f", "-qq", "--seccomp-bpf", "-o", into.toString(), "-e", "trace=" + WATCHED);
    }

    /** The most that one thread made of each. */
    static Map<String, Integer> counted(Path file) throws IOException {
        Map<String, Map<String, Integer>> byThread = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            Matcher call = LINE.matcher(line);
            if (call.find()) {
                byThread.computeIfAbsent(call.group(2), name -> new TreeMap<>()).merge(call.group(1), 1, Integer::sum);
            }
        }
        Map<String, Integer> most = new TreeMap<>();
        byThread.forEach((name, threads) -> most.put(
                name,
                threads.values().stream().mapToInt(Integer::intValue).max().orElse(0)));
        return most;
    }

    /** Kills at the n-th of one thread. Not with {@code --seccomp-bpf}, which keeps the tracer from doing that. */
    static List<String> killing(String name, int n) {
        return List.of(
                "strace",
                "-f",
                "-qq",
                "-o",
                "/dev/null",
                "-e",
                "trace=" + name,
                "-e",
                "inject=" + name + ":signal=KILL:when=" + n);
    }
}

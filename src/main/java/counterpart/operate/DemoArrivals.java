package counterpart.operate;

import counterpart.receive.FileState;
import counterpart.receive.ReceivedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The days on which the demo's files arrive. */
final class DemoArrivals {
    private static final String SUFFIX = ".arrivals.csv";

    private DemoArrivals() {}

    static List<LocalDate> days(Path servers, ZoneId zone) throws IOException {
        TreeSet<LocalDate> days = new TreeSet<>();
        try (Stream<Path> files = Files.list(servers)) {
            for (Path manifest :
                    files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
                Files.readAllLines(manifest).stream()
                        .skip(1)
                        .map(line -> line.substring(line.lastIndexOf(',') + 1))
                        .map(instant -> LocalDate.ofInstant(Instant.parse(instant), zone))
                        .forEach(days::add);
            }
        }
        return List.copyOf(days);
    }

    static boolean didNotLoad(ReceivedFile file) {
        return file.state() == FileState.HELD || file.state() == FileState.REFUSED;
    }
}

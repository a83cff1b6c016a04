package counterpart.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes when each partner's files appear on its server, and the markers that say that they are complete. */
final class ArrivalManifest {
    /**
     * A file's arrival; its marker comes with it.
     *
     * @param path below the server's root
     * @param marker suffix of the marker file
     */
    record Arrival(String partner, String path, String marker, Instant instant) {}

    private ArrivalManifest() {}

    /** Writes {@code <partner>.arrivals.csv} for each partner, in the order of arrival. */
    static void write(Path servers, List<Arrival> arrivals) throws IOException {
        Map<String, List<Arrival>> byPartner =
                arrivals.stream().collect(Collectors.groupingBy(Arrival::partner, TreeMap::new, Collectors.toList()));
        for (Map.Entry<String, List<Arrival>> entry : byPartner.entrySet()) {
            StringBuilder text = new StringBuilder("path,instant\n");
            entry.getValue().stream()
                    .sorted(Comparator.comparing(Arrival::instant))
                    .forEach(a -> line(line(text, a.path(), a), a.path() + a.marker(), a));
            Path server = servers.resolve(entry.getKey());
            Files.writeString(
                    servers.resolve(entry.getKey() + ".arrivals.csv"), text.toString(), StandardCharsets.UTF_8);
            for (Arrival arrival : entry.getValue()) {
                Files.write(server.resolve(arrival.path() + arrival.marker()), new byte[0]);
            }
        }
    }

    private static StringBuilder line(StringBuilder text, String path, Arrival arrival) {
        return text.append(path).append(',').append(arrival.instant()).append('\n');
    }
}

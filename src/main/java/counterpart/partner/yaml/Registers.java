package counterpart.partner.yaml;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The committee's registers as far as configuration goes: they are there and begin with the agreed heading. */
final class Registers {
    private static final Map<String, String> HEADINGS = new TreeMap<>(Map.of(
            "decisions.csv", "no,decision,why_now,proposed_by",
            "issues.csv", "measure,month,impact,plan,owner,due"));

    private Registers() {}

    static void check(Block root, Path folder) {
        HEADINGS.forEach((name, heading) -> {
            Path file = folder.resolve(name);
            if (!heading.equals(firstLine(file))) {
                root.fault(
                        "registers",
                        Files.exists(file)
                                ? "The register " + file + " does not begin with its heading."
                                : "The register " + file + " is missing.",
                        "Write this as its first line: " + heading);
            }
        });
    }

    private static String firstLine(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            return "";
        }
    }
}

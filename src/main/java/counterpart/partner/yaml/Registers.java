package counterpart.partner.yaml;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The committee's registers as far as configuration goes: they are there and begin with the agreed heading. */
final class Registers {
    private static final Map<String, String> HEADINGS = new TreeMap<>(Map.of(
            "decisions.csv", "no,decision,why_now,proposed_by",
            "issues.csv", "measure,month,impact,plan,owner,due"));

    private Registers() {}

    static void check(Block root, Path folder) {
        List<String> wrong = new ArrayList<>();
        List<String> remedies = new ArrayList<>();
        HEADINGS.forEach((name, heading) -> {
            Path file = folder.resolve(name).normalize();
            if (!heading.equals(firstLine(file))) {
                wrong.add("The register " + file
                        + (Files.exists(file) ? " does not begin with its heading." : " is missing."));
                remedies.add("Write this as the first line of " + name + ": " + heading);
            }
        });
        if (!wrong.isEmpty()) {
            root.fault("registers", String.join(" ", wrong), String.join(" ", remedies));
        }
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

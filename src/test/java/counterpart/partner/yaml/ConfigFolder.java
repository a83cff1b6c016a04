package counterpart.partner.yaml;

import counterpart.validate.Rulebook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A copy of the repository's job-configs with its secret files, which a test may change. */
record ConfigFolder(Path root) {
    static final Path EXAMPLE = Path.of("job-configs");
    /** What the example with an administrator sets targets for. */
    static final Set<String> MEASURES = Set.of(
            "member-months",
            "total-pmpm",
            "medical-pmpm-paid",
            "medical-pmpm-allowed",
            "pharmacy-pmpm",
            "member-cost-share",
            "generic-dispensing-rate",
            "pdc-diabetes",
            "pdc-ras-antagonists",
            "pdc-statins",
            "readmission-30-day",
            "ed-visits-per-1000",
            "admissions-per-1000",
            "denial-rate",
            "turnaround",
            "file-timeliness",
            "record-acceptance",
            "claims-match-rate");
    /** What a reader knows: the measures of both examples. */
    static final Set<String> KNOWN =
            Stream.concat(MEASURES.stream(), Stream.of("pharmacy-match-rate")).collect(Collectors.toUnmodifiableSet());

    static ConfigFolder copyOfExample(Path root) {
        ConfigFolder folder = empty(root);
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                folder.write(EXAMPLE.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** A folder with the secret files only. */
    static ConfigFolder empty(Path root) {
        ConfigFolder folder = new ConfigFolder(root);
        folder.secret("keys/counterpart_ed25519", "a private key");
        folder.secret("keys/cascadia-lakeshore.key", "the break key of the test");
        folder.secret("keys/cascadia-meridian.key", "another break key of the test");
        return folder;
    }

    void write(String name, String text) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void secret(String name, String text) {
        write(name, text + "\n");
        rights(name, "rw-------");
    }

    void rights(String name, String rights) {
        try {
            Files.setPosixFilePermissions(root.resolve(name), PosixFilePermissions.fromString(rights));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String name) {
        try {
            return Files.readString(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a text where it first stands in a file. */
    void change(String name, String from, String to) {
        String text = text(name);
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException("'" + from + "' does not stand in " + name);
        }
        write(name, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    /** Replaces a text where it stands first in a file. */
    void changeFirst(String name, String from, String to) {
        String text = text(name);
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException("'" + from + "' does not stand in " + name);
        }
        write(name, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    /** One for all tests: its schemas are built once. */
    private static final ConfigurationReader WITHOUT_KEY =
            new ConfigurationReader(KNOWN, Rulebook.catalogue(), Optional.empty());

    ConfigurationReading read() {
        return WITHOUT_KEY.read(root);
    }

    ConfigurationReading read(Optional<SecretBox> box) {
        return new ConfigurationReader(KNOWN, Rulebook.catalogue(), box).read(root);
    }

    /** The faults as a user sees them, with this folder's own path taken out. */
    List<String> faults() {
        return read().faults().stream()
                .map(fault -> fault.toString().replace(root.toString(), "HOME"))
                .toList();
    }
}

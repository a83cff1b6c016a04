package counterpart.partner.yaml;

import counterpart.partner.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the secrets that the configuration names: {@code ENC(...)}, {@code file:path}, {@code plain:text} (for
 * demonstrations) and private key files. What this machine lacks is told once for all settings that name it, so that a
 * configuration without its secrets gives one instruction and not a page of faults.
 */
final class Secrets {
    private static final String FILE = "file:";
    private static final String PLAIN = "plain:";
    private static final int MAX_SECRET_BYTES = 64 * 1024;
    private static final String WRITE_SECRET =
            "Write ENC(...) as './counterpart secrets encrypt' prints it, or file: and a path.";

    /** A setting that names something that this machine lacks. */
    private record Want(Block block, String key) {
        int line() {
            return block.lineOf(key);
        }

        String place() {
            return block.shown().toString().replace('\\', '/') + ":" + line() + " " + block.pathOf(key);
        }
    }

    private final Optional<SecretBox> box;
    private final List<Want> withoutKey = new ArrayList<>();
    private final Map<Path, List<Want>> withoutFile = new TreeMap<>();
    private final Map<Path, String> howToMake = new LinkedHashMap<>();

    Secrets(Optional<SecretBox> box) {
        this.box = box;
    }

    /** The secret under a key; none when the key is missing or faulty, which is told. */
    Optional<Secret> secret(Block block, String key) {
        Optional<String> value = block.text(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String text = value.get();
        if (SecretBox.isEncrypted(text)) {
            return decrypted(block, key, text);
        }
        if (text.startsWith(FILE)) {
            return firstLine(block, key, text.substring(FILE.length()));
        }
        if (text.startsWith(PLAIN) && text.length() > PLAIN.length()) {
            return Optional.of(new Secret(text.substring(PLAIN.length())));
        }
        block.fault(key, "The secret is not encrypted.", WRITE_SECRET);
        return Optional.empty();
    }

    /** The private key file under a key; none when the key is missing or the file faulty, which is told. */
    Optional<Path> keyFile(Block block, String key) {
        Optional<Path> file = block.text(key).flatMap(text -> path(block, key, text));
        return file.filter(path -> isUsable(block, key, path, "ssh-keygen -q -t ed25519 -N '' -f " + path));
    }

    /** Tells what is lacking; called once, after every setting was looked at. */
    void tellWhatIsLacking() {
        if (!withoutKey.isEmpty()) {
            Want first = first(withoutKey);
            String settings =
                    withoutKey.size() == 1 ? "The value is" : withoutKey.size() + " values of these files are";
            first.block()
                    .fault(
                            first.key(),
                            settings + " ENC(...), but no key to decrypt was given.",
                            "Set the environment variable " + SecretBox.KEY_VARIABLE + " to the key, or "
                                    + SecretBox.KEY_FILE_VARIABLE + " to a file that holds it.");
        }
        if (!withoutFile.isEmpty()) {
            tellMissingFiles();
        }
    }

    private void tellMissingFiles() {
        List<String> files = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        withoutFile.forEach((file, wants) -> {
            List<String> places = wants.stream().map(Want::place).toList();
            files.add(file + " (" + String.join(", ", places) + ")");
            commands.add(howToMake.get(file));
        });
        Path folder = withoutFile.keySet().iterator().next().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            commands.add(0, "mkdir -p -m 700 " + folder);
        }
        boolean one = files.size() == 1;
        Want first = first(withoutFile.values().stream().flatMap(List::stream).toList());
        first.block()
                .fault(
                        first.key(),
                        "This machine lacks " + (one ? "the secret file " : files.size() + " secret files: ")
                                + String.join(" and ", files) + ".",
                        (one ? "Copy it there, or make a new one: " : "Copy them there, or make new ones: ")
                                + String.join("; ", commands));
    }

    private static Want first(List<Want> wants) {
        return wants.stream()
                .min(Comparator.comparing((Want want) -> want.block().shown().toString())
                        .thenComparingInt(Want::line))
                .orElseThrow();
    }

    private Optional<Secret> decrypted(Block block, String key, String text) {
        if (box.isEmpty()) {
            withoutKey.add(new Want(block, key));
            return Optional.empty();
        }
        Optional<String> clear = box.get().decrypt(text);
        if (clear.isEmpty()) {
            block.fault(
                    key,
                    "The ENC(...) value cannot be decrypted: it was cut or altered, or made with another key.",
                    "Make it again with './counterpart secrets encrypt', with the key that this installation uses.");
        } else if (clear.get().isEmpty()) {
            block.fault(key, "The secret is empty.", WRITE_SECRET);
            return Optional.empty();
        }
        return clear.map(Secret::new);
    }

    private Optional<Secret> firstLine(Block block, String key, String reference) {
        Optional<Path> file = path(block, key, reference);
        if (file.isEmpty() || !isUsable(block, key, file.get(), howToMakeSecret(key, file.get()))) {
            return Optional.empty();
        }
        try (BufferedReader reader = Files.newBufferedReader(file.get())) {
            String line = Files.size(file.get()) > MAX_SECRET_BYTES ? null : reader.readLine();
            if (line != null && !line.isBlank()) {
                return Optional.of(new Secret(line.strip()));
            }
        } catch (IOException e) {
            // The same sentence serves: no secret can be taken from the file.
        }
        block.fault(key, "The first line of " + file.get() + " holds no secret.", "Write the secret there, as text.");
        return Optional.empty();
    }

    private static String howToMakeSecret(String key, Path file) {
        return key.equals("breakKey")
                ? "(umask 077; openssl rand -base64 32 > " + file + ")"
                : "(umask 077; cat > " + file + ") and type the secret that the partner gave you";
    }

    private boolean isUsable(Block block, String key, Path file, String command) {
        if (!Files.exists(file)) {
            withoutFile.computeIfAbsent(file, none -> new ArrayList<>()).add(new Want(block, key));
            howToMake.putIfAbsent(file, command);
            return false;
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            block.fault(key, "The file " + file + " cannot be read.", "Let this user read it, and nobody else.");
            return false;
        }
        if (SecretFiles.isReadableByOthers(file)) {
            block.fault(key, "Every user of this machine can read " + file + ".", "Close it with: chmod 600 " + file);
            return false;
        }
        return true;
    }

    private static Optional<Path> path(Block block, String key, String reference) {
        try {
            if (!reference.isBlank()) {
                return Optional.of(
                        block.file().resolveSibling(reference.strip()).normalize());
            }
        } catch (InvalidPathException e) {
            // Told below, like a blank.
        }
        block.fault(key, "This is no path of a file.", "Write a path relative to this file.");
        return Optional.empty();
    }
}

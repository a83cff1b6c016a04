package counterpart.partner.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads one YAML file into a tree with line numbers. Nothing in the file can create objects or grow without bound. */
final class YamlFileReader {
    private static final int MAX_BYTES = 1_000_000;
    private static final int MAX_ALIASES = 100;
    private static final int MAX_DEPTH = 40;
    private static final String WRITE_KEYS = "Write key: value lines as in docs/configuration.md.";

    private final Faults faults;

    YamlFileReader(Faults faults) {
        this.faults = faults;
    }

    /**
     * @param shown the file's name as faults tell it
     * @return the file's top-level mapping; none when the file cannot be read, which is told as a fault
     */
    Optional<YamlValue.Mapping> read(Path file, Path shown) {
        String text = text(file, shown);
        if (text == null) {
            return Optional.empty();
        }
        Node root = compose(text, shown);
        return root == null ? Optional.empty() : new YamlTree(shown, faults).mapping(root);
    }

    private @Nullable String text(Path file, Path shown) {
        byte[] bytes;
        try {
            if (Files.size(file) > MAX_BYTES) {
                fault(shown, 1, "The file is larger than 1 MB.", "Remove what does not belong into it.");
                return null;
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            fault(shown, 1, "The file cannot be read.", "Let this user read it: chmod u+r " + shown + ".");
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            fault(shown, firstUndecodableLine(bytes), "A character is not UTF-8.", "Save the file as UTF-8.");
            return null;
        }
    }

    /** UTF-8 never uses the byte of a line feed within a character, so lines can be tried one by one. */
    private static int firstUndecodableLine(byte[] bytes) {
        int line = 1;
        int from = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                try {
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, i - from));
                } catch (CharacterCodingException e) {
                    return line;
                }
                from = i + 1;
                line++;
            }
        }
        return 1;
    }

    private @Nullable Node compose(String text, Path shown) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(MAX_BYTES);
        try {
            String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
            Node root = new Yaml(options).compose(new StringReader(withoutMark));
            if (root == null) {
                fault(shown, 1, "The file is empty.", WRITE_KEYS);
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            tellSyntax(shown, line, e.getProblem() == null ? "" : e.getProblem());
        } catch (ReaderException e) {
            int line = 1
                    + (int) text.substring(0, Math.max(0, Math.min(e.getPosition(), text.length())))
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            fault(shown, line, "A character that cannot be printed stands here.", "Remove it.");
        } catch (YAMLException e) {
            fault(
                    shown,
                    1,
                    "The file nests deeper than " + MAX_DEPTH + " levels or uses more than " + MAX_ALIASES
                            + " aliases.",
                    "Write the values out.");
        }
        return null;
    }

    private void tellSyntax(Path shown, int line, String problem) {
        if (problem.contains("\\t")) {
            fault(shown, line, "A tab character stands where YAML wants spaces.", "Indent with spaces.");
        } else if (problem.startsWith("Global tag") || problem.contains("undefined tag")) {
            fault(
                    shown,
                    line,
                    "A tag (!) stands here; configuration uses none.",
                    "Remove it, or put the text in quotes.");
        } else if (problem.contains("but found another document")) {
            fault(shown, line, "A second document begins here.", "Remove the line ---.");
        } else {
            fault(
                    shown,
                    line,
                    "This is not YAML: " + problem + ".",
                    "Look at the indentation, colons, brackets and quotes of this line and the one before.");
        }
    }

    private void fault(Path shown, int line, String sentence, String remedy) {
        faults.add(new ConfigFault(shown, line, "", sentence, remedy));
    }
}

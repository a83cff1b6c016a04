package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.operate.OperatorStage.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Secrets of a configuration whose runs succeed and fail: none is in what they leave and say. */
@Timeout(240)
class SecretsIT {
    private static final String PASSWORD = "only-for-the-demo";
    private static final String TOKEN = "a-token";
    private static final String WRONG = "a-password-that-is-not-the-right-one";

    @TempDir
    private Path temp;

    @Test
    void no_output_log_status_or_store_holds_one() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (OperatorStage stage = OperatorStage.set(temp.resolve("home"));
                Hooks hooks = new Hooks()) {
            deleteFiles(stage.home().root().resolve("sample/servers"));
            Path partner = stage.home().jobConfigs().resolve("partners/lakeshore.connection.yaml");
            String right = Files.readString(partner);
            assertThat(right).contains(PASSWORD);
            Files.writeString(
                    stage.home().jobConfigs().resolve("watch.yaml"),
                    "watch: {alerts: {webhook: {url: \"" + hooks.url() + "\"}}}\n");
            hooks.answer(500);
            for (String[] words : new String[][] {
                {"nightly"}, {"config", "check"}, {"doctor"}, {"partner", "check", "lakeshore"}, {"status"}, {"plan"}
            }) {
                texts.put(String.join(" ", words), all(stage.counterpart(words)));
            }
            Files.writeString(partner, right.replace(PASSWORD, WRONG));
            Said refused = stage.counterpart("nightly");
            assertThat(refused.exitCode()).isEqualTo(ExitCode.SECURITY.code());
            texts.put("nightly with a wrong password", all(refused));
            texts.put("explain", all(stage.counterpart("explain", "run", "1")));
            texts.put("audit", all(stage.counterpart("audit")));

            List<String> secrets = new ArrayList<>(List.of(PASSWORD, TOKEN, WRONG));
            secrets.addAll(keysIn(stage.home().jobConfigs()));
            assertThat(secrets).hasSizeGreaterThan(3);
            for (Path file : filesIn(stage.home().root())) {
                if (!file.startsWith(stage.home().jobConfigs())
                        && !file.startsWith(stage.home().root().resolve("sample"))) {
                    texts.put(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
            assertThat(texts.keySet()).anyMatch(name -> name.endsWith("counterpart.log"));
            assertThat(texts.keySet())
                    .anyMatch(name -> name.endsWith("control.script") || name.endsWith("control.log"));
            texts.forEach((name, text) -> secrets.forEach(
                    secret -> assertThat(text.contains(secret)).as(name).isFalse()));
        }
    }

    /** A command line is read by everybody on the machine. */
    @Test
    void no_command_takes_a_secret_as_a_word() {
        List<String> options = new ArrayList<>();
        collect(new CommandLine(new CommandLineInterface()), options);
        assertThat(options)
                .hasSizeGreaterThan(20)
                .noneMatch(name -> name.matches("(?i).* --.*(password|passphrase|secret|token|credential).*"))
                .filteredOn(name -> name.matches(".* --.*key.*"))
                .containsExactly("backup --with-keys");
    }

    private static void collect(CommandLine command, List<String> options) {
        command.getCommandSpec()
                .options()
                .forEach(option -> options.add(command.getCommandName() + " " + option.longestName()));
        command.getSubcommands().values().forEach(sub -> collect(sub, options));
    }

    private static String all(Said said) {
        return said.out() + said.err();
    }

    private static List<String> keysIn(Path configuration) throws IOException {
        List<String> keys = new ArrayList<>();
        for (Path file : filesIn(configuration)) {
            if (file.toString().endsWith(".key")) {
                keys.add(Files.readString(file).strip());
            }
        }
        return keys;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).toList();
        }
    }

    private static void deleteFiles(Path folder) throws IOException {
        for (Path file : filesIn(folder)) {
            Files.delete(file);
        }
    }
}

package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.operate.OperatorStage.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What holds of every command, walked over the command line's own model. */
class CommandsTest {
    /** What tells: each also as JSON. */
    private static final Set<String> LISTINGS = Set.of(
            "status",
            "files",
            "file show",
            "rejects",
            "runs",
            "run show",
            "explain",
            "audit",
            "plan",
            "partner check",
            "doctor",
            "config check");

    /** What a person does to what is kept, with the words that it needs beside a reason. */
    private static final Map<String, List<String>> ACTS = Map.of(
            "hold", List.of("F-000001"),
            "release", List.of("F-000001"),
            "refuse", List.of("F-000001"),
            "withdraw", List.of("F-000001"),
            "replay", List.of("F-000001"),
            "excuse", List.of("--feed", "lakeshore/medical", "--date", "2026-10-05"),
            "deliver", List.of("--retry"),
            "mark-delivered",
                    List.of("--partnership", "a-b", "--month", "2026-10", "--recipient", "x", "--evidence", "y"),
            "restore", List.of("--from", "backups"),
            "purge", List.of("--apply"));

    /** What a scheduler or a newcomer starts: safe to repeat, decides nothing. */
    private static final Set<String> WORK = Set.of(
            "demo",
            "nightly",
            "monthly",
            "rerun",
            "catch-up",
            "backup",
            "completion",
            "secrets new-key",
            "secrets encrypt",
            "sample",
            "bench");

    @TempDir
    private Path folder;

    static Stream<String> names() {
        return commands().keySet().stream();
    }

    @Test
    void each_command_is_a_listing_an_act_or_work() {
        Set<String> known = new TreeSet<>(LISTINGS);
        known.addAll(ACTS.keySet());
        known.addAll(WORK);
        assertThat(commands().keySet()).containsExactlyInAnyOrderElementsOf(known);
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_command_says_what_it_does_and_what_each_option_means(String name) {
        CommandSpec command = command(name);
        assertThat(String.join(" ", command.usageMessage().description())).hasSizeGreaterThan(20);
        assertThat(command.options())
                .allSatisfy(option -> assertThat(option.description())
                        .as(option.longestName())
                        .isNotEmpty());
        List<String> words = new ArrayList<>(List.of(name.split(" ")));
        words.add("--help");
        Said help = OperatorStage.run(words.toArray(String[]::new));
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).startsWith("Usage: counterpart " + name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_command_is_in_the_documents(String name) throws IOException {
        String documents = Files.readString(Path.of("docs", "operations.md"))
                + Files.readString(Path.of("README.md"))
                + Files.readString(Path.of("docs", "performance.md"));
        assertThat(documents).containsPattern("[`/ ]" + Pattern.quote(name) + "[` \n]");
    }

    @Test
    void each_listing_and_each_act_answers_as_json_too() {
        Stream.concat(LISTINGS.stream(), ACTS.keySet().stream())
                .forEach(name -> assertThat(options(name)).as(name).contains("--json"));
    }

    @Test
    void no_act_is_done_without_a_reason_and_nothing_else_asks_for_one_but_for_members_data() {
        ACTS.forEach((name, words) -> {
            for (String[] reason : new String[][] {{}, {"--reason", " "}}) {
                List<String> line = new ArrayList<>(List.of(name));
                line.addAll(words);
                line.addAll(List.of(reason));
                line.addAll(List.of("--home", folder.resolve("none").toString()));
                Said said = OperatorStage.run(line.toArray(String[]::new));
                assertThat(said.exitCode()).as(String.join(" ", line)).isEqualTo(ExitCode.USAGE.code());
                assertThat(said.err()).contains("--reason");
            }
        });
        assertThat(commands().keySet().stream().filter(name -> options(name).contains("--show-phi")))
                .containsExactly("rejects");
        assertThat(OperatorStage.run("rejects", "F-000001", "--show-phi").exitCode())
                .isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void exit_codes_are_the_same_in_the_help_and_in_the_documents() throws IOException {
        String help = OperatorStage.run("--help").out().replaceAll("\\s+", " ");
        String page = Files.readString(Path.of("docs", "operations.md"));
        for (ExitCode code : ExitCode.values()) {
            assertThat(help).containsPattern("[ ,]" + code.code() + " [a-z]");
            assertThat(page).contains("\n| " + code.code() + " | ");
        }
    }

    private static CommandSpec command(String name) {
        return Objects.requireNonNull(commands().get(name), name);
    }

    private static List<String> options(String name) {
        return command(name).options().stream().map(OptionSpec::longestName).toList();
    }

    /** Every command that does something, by the words that are typed. */
    private static Map<String, CommandSpec> commands() {
        Map<String, CommandSpec> leaves = new TreeMap<>();
        walk("", new CommandLine(new CommandLineInterface()), leaves);
        return leaves;
    }

    private static void walk(String name, CommandLine command, Map<String, CommandSpec> leaves) {
        if (command.getSubcommands().isEmpty()) {
            leaves.put(name, command.getCommandSpec());
        }
        command.getSubcommands().forEach((word, sub) -> walk(name.isEmpty() ? word : name + " " + word, sub, leaves));
    }
}

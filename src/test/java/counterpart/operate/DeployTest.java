package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What lies in deploy/ fits the program, the documents, and itself. */
class DeployTest {
    private static final Path DEPLOY = Path.of("deploy");
    private static final Path UNITS = DEPLOY.resolve("systemd");
    private static final String PROGRAM = "/opt/counterpart/counterpart";
    private static final String PLACES = " --home /var/lib/counterpart --config /etc/counterpart/job-configs";

    /** A unit file: the values of each directive in their order, by section and name. */
    private record Unit(Map<String, List<String>> values) {
        static Unit read(String name) throws IOException {
            Map<String, List<String>> values = new TreeMap<>();
            String section = "";
            for (String line : Files.readAllLines(UNITS.resolve(name))) {
                if (line.startsWith("[")) {
                    section = line;
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    int equals = line.indexOf('=');
                    assertThat(equals).as(name + ": " + line).isPositive();
                    values.computeIfAbsent(section + line.substring(0, equals), none -> new ArrayList<>())
                            .add(line.substring(equals + 1));
                }
            }
            return new Unit(values);
        }

        List<String> all(String key) {
            return values.getOrDefault(key, List.of());
        }

        String one(String key) {
            assertThat(all(key)).as(key).hasSize(1);
            return all(key).get(0);
        }
    }

    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"nightly", "monthly", "backup"})
    void the_service_runs_a_command_that_the_program_understands(String command) throws IOException {
        Unit unit = Unit.read("counterpart-" + command + ".service");
        List<String> words = List.of(unit.one("[Service]ExecStart").split(" "));

        assertThat(words).startsWith(PROGRAM, command);
        new CommandLine(new CommandLineInterface())
                .parseArgs(words.subList(1, words.size()).toArray(String[]::new));
        assertThat(Files.isExecutable(Path.of("counterpart"))).isTrue();
        assertThat(unit.one("[Service]StateDirectory")).isEqualTo("counterpart");
        assertThat(words).contains("/var/lib/counterpart");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nightly", "monthly", "backup"})
    void every_exit_code_is_a_success_or_is_tried_again_or_calls_a_person(String command) throws IOException {
        Unit unit = Unit.read("counterpart-" + command + ".service");
        List<Integer> success = codes(unit.one("[Service]SuccessExitStatus"));
        List<Integer> forAPerson = codes(unit.one("[Service]RestartPreventExitStatus"));
        List<Integer> triedAgain = List.of(
                ExitCode.UNAVAILABLE.code(), ExitCode.BUSY.code(), ExitCode.STOPPED.code(), ExitCode.DONE.code());

        assertThat(Stream.of(success, forAPerson, triedAgain).flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ExitCode.values()).map(ExitCode::code).toList());
        assertThat(success).containsExactlyInAnyOrder(ExitCode.NOTHING_TO_DO.code(), ExitCode.DONE_WITH_REJECTS.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nightly", "monthly", "backup"})
    void the_service_is_locked_in(String command) throws IOException {
        Unit unit = Unit.read("counterpart-" + command + ".service");
        for (String directive : List.of(
                "NoNewPrivileges",
                "ProtectHome",
                "PrivateTmp",
                "PrivateDevices",
                "PrivateUsers",
                "RestrictNamespaces",
                "ProtectKernelModules",
                "ProtectKernelTunables",
                "ProtectControlGroups",
                "LockPersonality")) {
            assertThat(unit.one("[Service]" + directive)).as(directive).isEqualTo("yes");
        }
        assertThat(unit.one("[Service]ProtectSystem")).isEqualTo("strict");
        assertThat(unit.one("[Service]CapabilityBoundingSet")).isEmpty();
        assertThat(unit.one("[Service]UMask")).isEqualTo("0077");
        assertThat(unit.one("[Service]User")).isEqualTo("counterpart");
        assertThat(unit.all("[Service]SystemCallFilter")).contains("@system-service");
        assertThat(unit.all("[Service]Environment")).noneMatch(value -> value.startsWith("COUNTERPART_KEY="));
    }

    @Test
    void timers_crontab_and_documents_name_the_same_times() throws IOException {
        String page = Files.readString(Path.of("docs/operations.md"));
        String nightly = Unit.read("counterpart-nightly.timer").one("[Timer]OnCalendar");
        String monthly = Unit.read("counterpart-monthly.timer").one("[Timer]OnCalendar");

        String backup = Unit.read("counterpart-backup.timer").one("[Timer]OnCalendar");

        assertThat(page)
                .contains(
                        "| `nightly` | every day at 07:30 |",
                        "| `monthly` | on the 10th at 09:00 |",
                        "| `backup --to /mnt/backup/counterpart --verify --keep 14` | every day at 12:00 |");
        assertThat(nightly).isEqualTo("*-*-* 07:30:00");
        assertThat(monthly).isEqualTo("*-*-10 09:00:00");
        assertThat(backup).isEqualTo("*-*-* 12:00:00");
        assertThat(cron())
                .containsOnly(
                        entry("nightly", "30 7 * * *"), entry("monthly", "0 9 10 * *"), entry("backup", "0 12 * * *"));
    }

    @Test
    void the_lines_of_the_crontab_run_the_program_with_the_settings_of_the_file() throws Exception {
        Path program = script("counterpart", "echo \"$TZ $*\"");
        for (String line : cronLines()) {
            String command = line.split(" ", 7)[6]
                    .replace(PROGRAM, program.toString())
                    .replace(
                            "/etc/counterpart/counterpart.env",
                            DEPLOY.resolve("counterpart.env").toString())
                    .replace(">>/var/lib/counterpart/cron.out 2>&1", "");
            assertThat(output("sh", "-c", command))
                    .matches("UTC ((nightly|monthly)" + PLACES + "|backup" + PLACES
                            + " --to /mnt/backup/counterpart --verify --keep 14)\n");
        }
    }

    @Test
    void the_backup_is_proven_thinned_and_kept_outside_the_home_where_alone_it_may_write() throws IOException {
        Unit unit = Unit.read("counterpart-backup.service");
        String command = unit.one("[Service]ExecStart");
        String folder = unit.one("[Service]ReadWritePaths");

        assertThat(command).endsWith(" --to " + folder + " --verify --keep 14");
        assertThat(Path.of(folder).startsWith("/var/lib/counterpart")).isFalse();
        assertThat(unit.one("[Unit]RequiresMountsFor")).isEqualTo(folder);
        assertThat(unit.one("[Unit]After")).contains("counterpart-nightly.service", "counterpart-monthly.service");
        assertThat(unit.one("[Service]PrivateNetwork")).isEqualTo("yes");
        assertThat(unit.all("[Service]LoadCredential")).isEmpty();
        assertThat(cronLines()).anyMatch(line -> line.contains(command.replace(PROGRAM + " ", "")));
        assertThat(Files.readString(Path.of("docs/operations.md"))).contains("counterpart-backup.timer", folder);
    }

    @Test
    void the_settings_are_those_that_the_launcher_reads() throws IOException {
        String launcher = Files.readString(Path.of("counterpart"));
        List<String> names = Files.readAllLines(DEPLOY.resolve("counterpart.env")).stream()
                .filter(line -> line.matches("#?[A-Z_]+=.*"))
                .map(line -> line.replaceFirst("^#?([A-Z_]+)=.*", "$1"))
                .filter(name -> !name.equals("TZ"))
                .toList();
        assertThat(names).contains("COUNTERPART_JAVA_OPTS").allMatch(launcher::contains);
    }

    @Test
    void the_container_copies_what_is_there_and_runs_without_rights() throws IOException {
        List<String> lines = Files.readAllLines(DEPLOY.resolve("Containerfile"));
        List<Path> sources = lines.stream()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from="))
                .flatMap(line -> {
                    String[] words = line.split(" ");
                    return Arrays.stream(words, 1, words.length - 1);
                })
                .map(Path::of)
                .toList();

        assertThat(sources).isNotEmpty().allMatch(Files::exists);
        assertThat(lines).contains("USER 10001:10001", "ENTRYPOINT [\"" + PROGRAM + "\"]");
        int user = lines.indexOf("USER 10001:10001");
        assertThat(IntStream.range(user, lines.size()).mapToObj(lines::get)).noneMatch(line -> line.startsWith("RUN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nightly", "monthly", "backup"})
    void systemd_itself_finds_no_fault_and_little_exposure(String command) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "systemd-analyze is not installed");
        String name = "counterpart-" + command + ".service";
        String text = Files.readString(UNITS.resolve(name))
                .replace("ExecStart=" + PROGRAM, "ExecStart=" + script("counterpart", "true"));
        Path unit = Files.writeString(temp.resolve(name), text);
        Path timer = Files.copy(
                UNITS.resolve(name.replace(".service", ".timer")), temp.resolve(name.replace(".service", ".timer")));

        assertThat(output("systemd-analyze", "verify", "--man=no", unit.toString(), timer.toString()))
                .isEmpty();
        String exposure = output("systemd-analyze", "security", "--offline=true", unit.toString());
        Matcher level = Pattern.compile("Overall exposure level.*: ([0-9.]+)").matcher(exposure);
        assertThat(level.find()).as(exposure).isTrue();
        assertThat(Double.parseDouble(level.group(1))).isLessThanOrEqualTo(1.5);
    }

    private static List<Integer> codes(String text) {
        return Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
    }

    private static List<String> cronLines() throws IOException {
        return Files.readAllLines(DEPLOY.resolve("crontab")).stream()
                .filter(line -> line.matches("[0-9*].*"))
                .toList();
    }

    /** The times of the crontab by command. */
    private static Map<String, String> cron() throws IOException {
        Map<String, String> times = new TreeMap<>();
        for (String line : cronLines()) {
            Matcher parts = Pattern.compile("((?:\\S+ ){5})counterpart .*" + PROGRAM + " (\\w+) .*")
                    .matcher(line);
            assertThat(parts.matches()).as(line).isTrue();
            times.put(parts.group(2), parts.group(1).strip());
        }
        return times;
    }

    private Path script(String name, String body) throws IOException {
        Path file = Files.writeString(temp.resolve(name), "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static String output(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}

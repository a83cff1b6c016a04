package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.control.HomeLock;
import counterpart.model.Home;
import counterpart.operate.OperatorStage.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The drill: a home is copied, damaged, restored, and works on as if nothing had happened. */
class BackupIT {
    private static final String WHY = "the disk was replaced";

    @TempDir
    private static Path home;

    private static OperatorStage stage;
    private static LocalDate newest;

    @TempDir
    private Path folder;

    private Path backups;

    @BeforeAll
    static void begin_after_a_good_night() throws IOException {
        stage = FirstNight.in(home.resolve("home"));
        newest = stage.newestDate();
    }

    @AfterAll
    static void strike_the_stage() {
        stage.close();
    }

    @BeforeEach
    void choose_a_folder() {
        backups = folder.resolve("backups");
    }

    @Test
    void a_damaged_home_is_restored_and_its_next_night_ends_as_if_nothing_had_happened() throws IOException {
        Said made = stage.counterpart("backup", "--to", backups.toString(), "--verify");
        assertThat(made.err()).isEmpty();
        assertThat(made.exitCode()).isZero();
        assertThat(made.out()).contains("Verified", "keys/cascadia-lakeshore.key");
        stage.sendEligibility(newest.plusDays(7), OperatorStage.withBadBirthDates(2));
        Path servers = stage.home().root().resolve("sample/servers");
        copyTree(servers, folder.resolve("servers"));
        assertThat(stage.counterpart("nightly").exitCode()).isEqualTo(ExitCode.DONE_WITH_REJECTS.code());
        List<String> undamaged = EndState.of(stage.home());
        List<String> answers = stage.remote("lakeshore", "acks");
        copyTree(folder.resolve("servers"), servers);

        copyTree(stage.home().control(), folder.resolve("control"));
        byte[] load = Files.readAllBytes(firstParquet(stage.home()));
        Path lost = firstParquet(stage.home());
        Files.delete(lost);
        flip(stage.home().control().resolve("control.script"));
        Said broken = stage.counterpart("nightly");
        assertThat(broken.exitCode()).isEqualTo(ExitCode.INPUT_OUTPUT.code());
        assertThat(broken.err()).contains("restore");
        copyTree(folder.resolve("control"), stage.home().control());
        Said nothingWhole =
                stage.counterpart("backup", "--to", folder.resolve("broken").toString());
        assertThat(nothingWhole.exitCode()).isEqualTo(ExitCode.INPUT_OUTPUT.code());
        assertThat(nothingWhole.err()).contains(lost.toString(), "is gone");
        flipped(lost, load);
        Said changed =
                stage.counterpart("backup", "--to", folder.resolve("broken").toString());
        assertThat(changed.exitCode()).isEqualTo(ExitCode.INPUT_OUTPUT.code());
        assertThat(changed.err()).contains("coverage_span.parquet", "is not as it was written");
        Files.write(lost, load); // the other tests need it

        Home fresh = new Home(folder.resolve("fresh"));
        Said restored = at(fresh, "restore", "--from", backups.toString(), "--reason", WHY);
        assertThat(restored.err()).isEmpty();
        assertThat(restored.exitCode()).isZero();
        assertThat(restored.out())
                .contains(
                        "is a home again",
                        "keys/cascadia-lakeshore.key",
                        "./counterpart nightly --home " + fresh.root());
        assertThat(at(fresh, "status").out())
                .contains("Not running", "restore", "nightly")
                .doesNotContain("cut short");
        assertThat(at(fresh, "audit").out()).contains("restored", WHY);
        copyTree(stage.home().jobConfigs().resolve("keys"), fresh.jobConfigs().resolve("keys"));

        assertThat(at(fresh, "nightly").exitCode()).isEqualTo(ExitCode.DONE_WITH_REJECTS.code());

        assertThat(EndState.of(fresh)).isEqualTo(undamaged);
        assertThat(stage.remote("lakeshore", "acks")).isEqualTo(answers);
        assertThat(at(fresh, "nightly").exitCode()).isEqualTo(ExitCode.NOTHING_TO_DO.code());
    }

    @Test
    void a_second_backup_links_what_the_first_holds_and_old_ones_are_thinned() throws IOException {
        JsonNode first = backup();
        stage.sendEligibility(newest.plusDays(14), lines -> lines);
        stage.counterpart("nightly");

        JsonNode second = backup("--verify", "--keep", "1");

        assertThat(first.path("linked").asInt()).isZero();
        assertThat(second.path("linked").asInt()).isGreaterThan(20);
        assertThat(second.path("verified").asBoolean()).isTrue();
        assertThat(second.path("removed").asInt()).isOne();
        assertThat(Path.of(first.path("folder").asString())).doesNotExist();
        assertThat(second.path("figures").path("control.received_file rows").asInt())
                .isEqualTo(
                        first.path("figures").path("control.received_file rows").asInt() + 1);
        JsonNode third = backup();
        Path load = firstParquet(Path.of(third.path("folder").asString()));
        Path same = Path.of(second.path("folder").asString())
                .resolve(Path.of(third.path("folder").asString()).relativize(load));
        assertThat(inode(load)).isEqualTo(inode(same));
    }

    @Test
    void a_backup_that_was_altered_is_refused_and_the_file_is_named() throws IOException {
        Path backup = Path.of(backup().path("folder").asString());
        Home fresh = new Home(folder.resolve("fresh"));
        Path parquet = firstParquet(backup);
        byte[] right = Files.readAllBytes(parquet);

        flip(parquet);
        refused(fresh, parquet.getFileName().toString(), "is not as it was copied");
        Files.delete(parquet);
        refused(fresh, parquet.getFileName().toString(), "is missing");
        Files.write(parquet, right);
        Path added = Files.writeString(backup.resolve("control/control.lobs"), "more");
        refused(fresh, "control/control.lobs", "was added");
        Files.delete(added);
        Path manifest = backup.resolve("backup.json");
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replaceFirst("\"bytes\" : [0-9]", "\"bytes\" : 9"));
        refused(fresh, "backup.json", "is not as it was written");
        Files.writeString(manifest, text);

        assertThat(at(fresh, "restore", "--from", backup.toString(), "--reason", WHY)
                        .exitCode())
                .isZero();
        Said again = at(fresh, "restore", "--from", backup.toString(), "--reason", WHY);
        assertThat(again.exitCode()).isEqualTo(ExitCode.USAGE.code());
        assertThat(again.err()).contains("is not empty", "nothing was restored");
    }

    @Test
    void keys_go_along_only_when_they_are_asked_for_and_a_run_is_never_copied() throws IOException {
        Path without = Path.of(backup().path("folder").asString());
        Path with = Path.of(backup("--with-keys").path("folder").asString());

        assertThat(without.resolve("job-configs/keys")).doesNotExist();
        assertThat(with.resolve("job-configs/keys/cascadia-lakeshore.key"))
                .hasSameBinaryContentAs(stage.home().jobConfigs().resolve("keys/cascadia-lakeshore.key"));
        assertThat(stage.counterpart(
                                "backup",
                                "--to",
                                stage.home().root().resolve("b").toString())
                        .exitCode())
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(at(new Home(folder.resolve("fresh")), "restore", "--from", folder.toString(), "--reason", WHY)
                        .exitCode())
                .isEqualTo(ExitCode.NO_INPUT.code());
        try (HomeLock lock = HomeLock.take(stage.home(), "nightly", Clock.systemUTC())) {
            Said busy = stage.counterpart("backup", "--to", backups.toString());
            assertThat(busy.exitCode()).isEqualTo(ExitCode.BUSY.code());
            assertThat(busy.err()).contains(lock.owner().command());
        }
        try (Stream<Path> all = Files.list(backups)) {
            assertThat(all.filter(Files::isDirectory)).containsExactlyInAnyOrder(without, with);
        }
    }

    private void refused(Home fresh, String... words) {
        Said said = at(fresh, "restore", "--from", backups.toString(), "--reason", WHY);
        assertThat(said.exitCode()).isEqualTo(ExitCode.INPUT_OUTPUT.code());
        assertThat(said.err()).contains(words).contains("nothing");
        assertThat(fresh.control()).doesNotExist();
        assertThat(fresh.books()).doesNotExist();
    }

    private JsonNode backup(String... more) {
        String[] words = Stream.concat(Stream.of("backup", "--to", backups.toString(), "--json"), Stream.of(more))
                .toArray(String[]::new);
        Said said = stage.counterpart(words);
        assertThat(said.err()).isEmpty();
        assertThat(said.exitCode()).isZero();
        return said.json();
    }

    private static Said at(Home home, String... words) {
        return OperatorStage.run(
                Stream.concat(Stream.of(words), Stream.of("--home", home.root().toString()))
                        .toArray(String[]::new));
    }

    private static Path firstParquet(Home home) throws IOException {
        return firstParquet(home.root());
    }

    private static Path firstParquet(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("books/loads"))) {
            return files.filter(file -> file.toString().endsWith("coverage_span.parquet"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void flip(Path file) throws IOException {
        flipped(file, Files.readAllBytes(file));
    }

    private static void flipped(Path file, byte[] right) throws IOException {
        byte[] bytes = right.clone();
        for (int i = bytes.length / 2; i < bytes.length / 2 + 6; i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(file, bytes);
    }

    private static Object inode(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /** Makes the target what the source is. */
    private static void copyTree(Path source, Path target) throws IOException {
        if (Files.exists(target)) {
            try (Stream<Path> old = Files.walk(target)) {
                for (Path path : old.filter(Files::isRegularFile).toList()) {
                    Files.delete(path);
                }
            }
        }
        try (Stream<Path> all = Files.walk(source)) {
            for (Path path : all.toList()) {
                Path copy = target.resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}

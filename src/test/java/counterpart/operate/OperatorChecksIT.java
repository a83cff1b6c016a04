package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.control.HomeLock;
import counterpart.operate.OperatorStage.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator asks before and after a night, through the command line only. */
class OperatorChecksIT {
    @TempDir
    private Path folder;

    private OperatorStage stage;

    @BeforeEach
    void set_the_stage() throws IOException {
        stage = OperatorStage.set(folder.resolve("home"));
    }

    @AfterEach
    void strike_the_stage() {
        stage.close();
    }

    @Test
    void a_partners_server_is_tried_from_its_name_to_a_round_trip() throws IOException {
        Said said = stage.counterpart("partner", "check", "lakeshore");

        assertThat(said.exitCode()).isZero();
        assertThat(said.out())
                .contains(
                        "host key",
                        "login",
                        "folder /outbox",
                        "folder /acks",
                        "folder /breaks",
                        "round trip /acks",
                        "round trip /breaks",
                        "removal /acks",
                        "All is well.")
                .doesNotContain("FAILED");
        assertThat(stage.remote("lakeshore", "acks")).isEmpty();
        assertThat(stage.home().control()).doesNotExist();
    }

    @Test
    void each_way_to_fail_is_told_where_it_fails() throws IOException {
        Path connection = stage.home().jobConfigs().resolve("partners/lakeshore.connection.yaml");
        String right = Files.readString(connection);

        Files.writeString(connection, right.replace("plain:only-for-the-demo", "plain:wrong"));
        Said login = stage.counterpart("partner", "check", "lakeshore");
        assertThat(login.exitCode()).isEqualTo(ExitCode.SECURITY.code());
        assertThat(login.out()).containsPattern("host key +ok").containsPattern("login +FAILED");

        Files.writeString(connection, right.replaceAll("host: .*", "host: no-such-host.invalid"));
        Said name = stage.counterpart("partner", "check", "lakeshore", "--json");
        assertThat(name.exitCode()).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(name.json().path("checks").path(0).path("outcome").asString())
                .isEqualTo("FAILED");

        Files.writeString(connection, right);
        stage.goDown();
        Said down = stage.counterpart("partner", "check", "lakeshore");
        assertThat(down.exitCode()).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(down.out()).containsPattern("connection +FAILED");
        assertThat(stage.counterpart("partner", "check", "nobody").exitCode()).isEqualTo(ExitCode.NO_INPUT.code());
    }

    @Test
    void the_plan_names_what_waits_and_a_rerun_does_only_what_is_asked() throws IOException {
        assertThat(stage.counterpart("rerun", "--partner", "cascadia").exitCode())
                .isZero();
        List<String> feeds = stage.inside(installation -> installation.books().active().stream()
                .map(load -> load.feed().toString())
                .distinct()
                .toList());
        assertThat(feeds).isNotEmpty().allMatch(feed -> feed.startsWith("cascadia/"));
        assertThat(stage.counterpart("rerun", "--feed", "dental").exitCode()).isEqualTo(ExitCode.NO_INPUT.code());

        assertThat(stage.counterpart("nightly").exitCode()).isZero();
        LocalDate newest = stage.newestDate();
        String held = stage.idOf(sentAndRead(newest.minusDays(3)));
        Said plan = stage.counterpart("plan");
        assertThat(plan.exitCode()).isZero();
        assertThat(plan.out())
                .containsPattern("intake +" + held + " +skips")
                .containsPattern("reconcile +cascadia-lakeshore +repeats");

        Said missed = stage.counterpart(
                "catch-up", "--since", LocalDate.now(Clock.systemDefaultZone()).toString(), "--dry-run");
        assertThat(missed.out()).doesNotContain("Would run").contains("Nothing was run");
    }

    @Test
    void the_doctor_finds_an_installation_well_and_names_what_is_not() throws IOException {
        stage.close();
        stage = FirstNight.in(folder.resolve("after-a-night"));
        assertThat(stage.counterpart("doctor").out())
                .containsPattern("configuration +ok")
                .containsPattern("control store +ok")
                .containsPattern("books +ok")
                .containsPattern("archive +ok")
                .containsPattern("host keys of lakeshore +ok +1 is pinned")
                .containsPattern("mail server +ok .*no mail was sent")
                .containsPattern("last nightly +ok")
                .containsPattern("last backup +note");
        asksDisksForWhatIsConfigured();
        Path partner = stage.home().jobConfigs().resolve("partners/lakeshore.yaml");
        String agreed = Files.readString(partner);
        Files.writeString(partner, agreed + """
                waivers:
                  - {edit: E-118, until: 2026-01-31, approvedBy: J. Doe, reason: their new system}
                """);
        assertThat(stage.counterpart("doctor").out()).containsPattern("waiver +note .*E-118.*ended on 2026-01-31");
        Files.writeString(partner, agreed);

        Path archived = stage.home().landing().resolve("F-000002");
        Files.move(archived, folder.resolve("lost"));
        Said lost = stage.counterpart("doctor");
        assertThat(lost.exitCode()).isEqualTo(ExitCode.INPUT_OUTPUT.code());
        assertThat(lost.out()).containsPattern("archive +FAILED +1 files lack their bytes, the first is F-000002");
        Files.move(folder.resolve("lost"), archived);

        try (HomeLock lock = HomeLock.take(stage.home(), "nightly", Clock.systemUTC())) {
            assertThat(stage.counterpart("doctor").out())
                    .containsPattern("stores +skipped")
                    .contains(lock.owner().command());
        }
        stage.goDown();
        Said noMail = stage.counterpart("doctor");
        assertThat(noMail.exitCode()).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(noMail.out()).containsPattern("mail server +FAILED");
    }

    @Test
    void the_shell_completes_every_command() {
        String script = OperatorStage.run("completion").out();

        assertThat(script).contains("#!/usr/bin/env bash", "_complete_counterpart");
        for (String command : List.of("files", "release", "mark-delivered", "catch-up", "doctor")) {
            assertThat(script).containsPattern("local commands=\"[^\"]*\\b" + command + "\\b");
        }
    }

    private void asksDisksForWhatIsConfigured() throws IOException {
        Path watch = stage.home().jobConfigs().resolve("watch.yaml");
        Files.writeString(watch, "watch: {diskFreeGigabytes: 1}\n");
        boolean roomy = Files.getFileStore(stage.home().root()).getUsableSpace() > 1L << 30;
        assertThat(stage.counterpart("doctor").out())
                .containsPattern("disk +" + (roomy ? "ok" : "FAILED") + " .*for home, control, books, landing");

        Files.writeString(watch, "watch: {diskFreeGigabytes: 100000}\n");
        Said tooLittle = stage.counterpart("doctor");
        assertThat(tooLittle.exitCode()).isEqualTo(ExitCode.INPUT_OUTPUT.code());
        assertThat(tooLittle.out()).containsPattern("disk +FAILED .*fewer than 102,400,000 MB .*purge");
        Files.writeString(watch, "watch: {diskFreeGigabytes: 1}\n");
    }

    private String sentAndRead(LocalDate asOf) throws IOException {
        String name = stage.sendEligibility(asOf, lines -> lines);
        assertThat(stage.counterpart("nightly").exitCode()).isEqualTo(ExitCode.NEEDS_A_PERSON.code());
        return name;
    }
}

package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import counterpart.deliver.mail.ScriptedSmtpServer;
import counterpart.partner.Configuration;
import counterpart.partner.WatchSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Alerts whose cause is no file and no server: command lines on a home, with a mail server and a webhook that listen. */
@Timeout(240)
class StandingAlertsIT {
    private static final String OPERATORS = "night@counterpart.example";

    @TempDir
    private Path temp;

    private final SmallDisks disks = new SmallDisks();
    private ScriptedSmtpServer mail;
    private Hooks hooks;

    @BeforeEach
    void listen() throws IOException {
        mail = new ScriptedSmtpServer(null);
        hooks = new Hooks();
    }

    @AfterEach
    void fall_silent() throws IOException {
        disks.close();
        hooks.close();
        mail.close();
    }

    @Test
    void a_disk_that_is_almost_full_is_told_once_and_so_is_its_end() throws IOException {
        Path home = temp.resolve("home");
        assumeTrue(
                disks.possible(temp.resolve("try")) && disks.mount(home, 600),
                "skipped: making small disks needs root and the right to mount");
        try (OperatorStage stage = withoutFiles(home)) {
            watch(stage, "CP-A11");
            night(stage);
            expect(1, "CP-A11: the disk is almost full", "MB are free at " + home + ", fewer than 1,024 MB", "doctor");
            assertThat(lastRaised().path("subject").asString()).isEqualTo("disk of the home");

            anyCommand(stage);
            assertThat(hooks.taken()).as("it stands, and is not told again").hasSize(1);
            assertThat(mail.mails()).hasSize(1);

            assertThat(disks.resize(home, 4000)).isTrue();
            anyCommand(stage);
            expectResolved("CP-A11", "disk of the home");
        }
    }

    @Test
    void a_night_that_was_not_run_is_told_once_and_the_command_that_is_named_ends_it() throws IOException {
        try (OperatorStage stage = withoutFiles(temp.resolve("home"))) {
            LocalDate today = LocalDate.now(Clock.systemDefaultZone());
            LocalDate missed = today.minusDays(1);
            watch(stage, "CP-A12");
            nightlyOf(stage, 2);
            assertThat(hooks.taken()).as("no night is missed yet").isEmpty();

            anyCommand(stage);
            expect(
                    1,
                    "CP-A12: a night was not run",
                    "the night of " + missed + " was not run to its end",
                    "catch-up --since " + missed);
            anyCommand(stage);
            assertThat(hooks.taken()).as("it stands, and is not told again").hasSize(1);
            assertThat(mail.mails()).hasSize(1);

            String[] next = lastRaised()
                    .path("next")
                    .asString()
                    .replaceFirst("^\\./counterpart ", "")
                    .split(" ");
            assertThat(stage.counterpart(next).exitCode()).isLessThan(ExitCode.NEEDS_A_PERSON.code());
            expectResolved("CP-A12", "night of " + missed);
        }
    }

    @Test
    void a_run_that_takes_long_is_told_while_it_works_and_its_end_when_it_ends() throws IOException {
        try (OperatorStage stage = withoutFiles(temp.resolve("home"))) {
            watch(stage, "CP-A13");
            Configuration written = Configurations.require(stage.home().jobConfigs());
            WatchSettings usual = written.watch();
            Configuration impatient = new Configuration(
                    written.partners(),
                    written.partnerships(),
                    new WatchSettings(
                            usual.nights(),
                            usual.enoughDiskBytes(),
                            Duration.ofMillis(10),
                            usual.metricsFile(),
                            usual.otlp(),
                            usual.alerts()));
            try (Installation installation =
                    Installation.open(stage.home(), impatient, Clock.systemDefaultZone(), "nightly")) {
                Closing.watched(installation, () -> {
                    await().atMost(Duration.ofSeconds(60))
                            .until(() -> mail.mails().size() + hooks.taken().size() == 2);
                    expect(1, "CP-A13: a run takes long", "('nightly') is still at work after 0 of the 0", "status");
                    assertThat(mail.mails().get(0).text()).contains("('nightly') has been at work since");
                    assertThat(hooks.taken().get(0).path("exitCode").isNull()).isTrue();
                    return Closing.tell(installation, ExitCode.NOTHING_TO_DO, "nothing");
                });
            }
            expectResolved("CP-A13", "run 0");
            assertThat(hooks.taken().get(1).path("exitCode").asInt()).isEqualTo(ExitCode.NOTHING_TO_DO.code());
        }
    }

    /** What the mail and the webhook must say by now: so many messages, the last with number, cause and command. */
    private void expect(int messages, String alert, String cause, String next) {
        String number = alert.substring(0, alert.indexOf(':'));
        assertThat(mail.mails()).hasSize(messages).allMatch(one -> one.to().equals(OPERATORS));
        ScriptedSmtpServer.Mail last = mail.mails().get(messages - 1);
        assertThat(last.header("Subject")).isEqualTo("Counterpart: 1 alert (" + number + ")");
        assertThat(last.text()).contains(alert, cause, "Next: ./counterpart " + next, "section " + number);
        assertThat(hooks.taken()).hasSize(messages);
        JsonNode raised = lastRaised();
        assertThat(raised.path("alert").asString()).isEqualTo(number);
        assertThat(raised.path("sentence").asString()).contains(cause);
        assertThat(raised.path("next").asString()).isEqualTo("./counterpart " + next);
    }

    private void expectResolved(String number, String subject) {
        assertThat(mail.mails()).hasSize(2);
        assertThat(mail.mails().get(1).header("Subject")).isEqualTo("Counterpart: 1 resolved");
        assertThat(mail.mails().get(1).text()).contains("Resolved:", number);
        assertThat(hooks.taken()).hasSize(2);
        JsonNode resolved = hooks.taken().get(1).path("resolved");
        assertThat(resolved.findValuesAsString("alert")).containsExactly(number);
        assertThat(resolved.findValuesAsString("subject")).containsExactly(subject);
        assertThat(List.copyOf(hooks.keys())).doesNotHaveDuplicates();
    }

    private JsonNode lastRaised() {
        JsonNode raised = hooks.taken().get(hooks.taken().size() - 1).path("raised");
        assertThat(raised.size()).isEqualTo(1);
        return raised.get(0);
    }

    private void watch(OperatorStage stage, String only) throws IOException {
        Path folder = stage.home().jobConfigs();
        Files.writeString(folder.resolve("mail.yaml"), """
                mail:
                  host: 127.0.0.1
                  port: %d
                  protection: NONE
                  from: counterpart@counterpart.example
                  domains: [counterpart.example, cascadia.example]
                """.formatted(mail.port()));
        Files.writeString(folder.resolve("watch.yaml"), """
                watch:
                  diskFreeGigabytes: 1
                  alerts: {email: [%s], webhook: {url: "%s"}, only: [%s]}
                """.formatted(OPERATORS, hooks.url(), only));
    }

    /** Servers on which no file lies: a night asks them, reads nothing and comes to its end. */
    private static OperatorStage withoutFiles(Path home) throws IOException {
        OperatorStage stage = OperatorStage.set(home);
        try (Stream<Path> tree = Files.walk(home.resolve("sample/servers"))) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        return stage;
    }

    /** A command that does no work of its own: like every command it looks, when it ends, how things stand. */
    private static void anyCommand(OperatorStage stage) {
        OperatorStage.Said said = stage.counterpart("deliver", "--retry", "--reason", "looking");
        assertThat(said.exitCode()).as(said.out() + said.err()).isEqualTo(ExitCode.NOTHING_TO_DO.code());
    }

    private static void night(OperatorStage stage) {
        OperatorStage.Said said = stage.counterpart("nightly");
        assertThat(said.exitCode()).as(said.out() + said.err()).isLessThan(ExitCode.NEEDS_A_PERSON.code());
    }

    /** A night as it was run so many days ago. */
    private static void nightlyOf(OperatorStage stage, int daysAgo) {
        Clock then = Clock.offset(Clock.systemDefaultZone(), Duration.ofDays(-daysAgo));
        Configuration configuration = Configurations.require(stage.home().jobConfigs());
        try (Installation installation = Installation.open(stage.home(), configuration, then, "nightly")) {
            Nightly.Result night = new Nightly(installation, new Talk(new PrintWriter(new StringWriter())))
                    .run(LocalDate.now(then), Nightly.poll(installation));
            Closing.tell(installation, night.exitCode(), night.summary());
        }
    }
}

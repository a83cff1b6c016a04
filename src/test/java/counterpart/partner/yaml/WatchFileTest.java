package counterpart.partner.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.partner.WatchSettings;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code watch.yaml} says, and how its faults are told. */
class WatchFileTest {
    private static final String MAIL = """
            mail:
              host: 127.0.0.1
              protection: NONE
              from: counterpart@counterpart.example
              domains: [counterpart.example]
            """;

    @TempDir
    private Path temp;

    private ConfigFolder folder = new ConfigFolder(Path.of(""));

    @BeforeEach
    void copy_the_example() {
        folder = ConfigFolder.copyOfExample(temp);
        folder.write("mail.yaml", MAIL);
    }

    @Test
    void without_the_file_metrics_stay_in_the_home_and_alerts_go_nowhere() {
        assertThat(settings()).isEqualTo(WatchSettings.DEFAULT);
    }

    @Test
    void every_key_is_bound() {
        folder.secret("keys/webhook", "https://hooks.example/T0/secret-token");
        folder.write("watch.yaml", """
                watch:
                  nights: [MONDAY, FRIDAY]
                  diskFreeGigabytes: 20
                  runMinutes: 90
                  metrics: {file: ../out/counterpart.prom, otlp: {url: "http://127.0.0.1:4318/v1/metrics", timeoutSeconds: 3}}
                  alerts:
                    only: [CP-A01, CP-A05]
                    email: [operators@counterpart.example]
                    webhook: {url: "file:keys/webhook", timeoutSeconds: 4}
                """);
        WatchSettings settings = settings();

        assertThat(settings.nights()).containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        assertThat(settings.enoughDiskBytes()).isEqualTo(20L << 30);
        assertThat(settings.runMayTake()).isEqualTo(Duration.ofMinutes(90));
        assertThat(settings.metricsFile())
                .isEqualTo(temp.resolve("../out/counterpart.prom").normalize());
        assertThat(settings.otlp())
                .isNotNull()
                .satisfies(otlp -> assertThat(otlp.timeout()).isEqualTo(Duration.ofSeconds(3)));
        assertThat(settings.alerts()).isNotNull().satisfies(alerts -> {
            assertThat(alerts.emails()).containsExactly("operators@counterpart.example");
            assertThat(alerts.sends("CP-A01")).isTrue();
            assertThat(alerts.sends("CP-A02")).isFalse();
            assertThat(alerts.webhook())
                    .isNotNull()
                    .satisfies(webhook ->
                            assertThat(webhook.url().reveal()).isEqualTo("https://hooks.example/T0/secret-token"));
        });
        assertThat(settings.toString()).doesNotContain("secret-token");
    }

    @Test
    void each_fault_is_told_with_its_line_and_what_to_write() {
        folder.write("watch.yaml", """
                watch:
                  night: [MONDAY]
                  alerts:
                    only: [CP-A99]
                    email: [operators@counterprt.example]
                    webhook: {url: "http://hooks.example/x"}
                """);
        assertThat(folder.faults().stream().map(Object::toString))
                .hasSize(4)
                .anyMatch(fault -> fault.contains("watch.yaml:2") && fault.contains("night"))
                .anyMatch(fault -> fault.contains("watch.yaml:4") && fault.contains("Did you mean CP-A09?"))
                .anyMatch(
                        fault -> fault.contains("watch.yaml:5") && fault.contains("Did you mean counterpart.example?"))
                .anyMatch(fault -> fault.contains("watch.yaml:6") && fault.contains("https://"));
    }

    @Test
    void alerts_to_nobody_and_mails_without_a_server_are_faults() {
        folder.write("watch.yaml", "watch:\n  alerts: {only: [CP-A01]}\n");
        assertThat(folder.faults()).singleElement().asString().contains("watch.yaml:2", "nobody");

        ConfigFolder other = ConfigFolder.copyOfExample(temp.resolve("other"));
        other.write("watch.yaml", "watch:\n  alerts: {email: [a@counterpart.example]}\n");
        assertThat(other.faults()).singleElement().asString().contains("mail.yaml");
    }

    private WatchSettings settings() {
        assertThat(folder.faults()).isEmpty();
        return folder.read().fold(complete -> complete.configuration().watch(), faulty -> {
            throw new AssertionError(faulty.faults().toString());
        });
    }
}

package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.control.ControlStore;
import counterpart.control.HomeLock;
import counterpart.deliver.mail.ScriptedSmtpServer;
import counterpart.model.Home;
import counterpart.partner.MailRelay;
import counterpart.watch.AlertChannel;
import counterpart.watch.AlertDesk;
import counterpart.watch.AlertKind;
import counterpart.watch.AlertLedger;
import counterpart.watch.AlertReport;
import counterpart.watch.Attention;
import counterpart.watch.Standing;
import counterpart.watch.StandingExample;
import counterpart.watch.http.WebhookChannel;
import counterpart.watch.jdbc.JdbcAlertLedger;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Alerts over the line: a mail server and a webhook, with the ledger in a real control store. */
class AlertsIT {
    private static final Standing.Run NIGHT = StandingExample.aNight(List.of()).run();
    private static final Attention HELD =
            new Attention(AlertKind.FILE_HELD, "F-000047", "F-000047 is held: F-012", "./counterpart explain F-000047");
    private static final Attention LATE = new Attention(
            AlertKind.FILE_LATE,
            "lakeshore/medical of 2026-11-16",
            "the file is late",
            "./counterpart partner check lakeshore");
    private static final Attention MISSING = new Attention(
            AlertKind.FILE_MISSING,
            "lakeshore/medical of 2026-11-16",
            "the file is missing",
            "./counterpart partner check lakeshore");
    private static final Attention SERVER = new Attention(
            AlertKind.SERVER_UNREACHABLE, "lakeshore", "it does not answer", "./counterpart partner check lakeshore");

    @TempDir
    private Path folder;

    private HomeLock lock;
    private ControlStore store;
    private ScriptedSmtpServer mail;
    private Hooks hooks;

    @BeforeEach
    void open() throws IOException {
        lock = HomeLock.take(new Home(folder), "test", Clock.systemUTC());
        store = ControlStore.open(lock, Clock.systemUTC());
        mail = new ScriptedSmtpServer(null);
        hooks = new Hooks();
    }

    @AfterEach
    void close() throws IOException {
        hooks.close();
        mail.close();
        store.close();
        lock.close();
    }

    @Test
    void a_cause_is_told_once_and_its_end_once() {
        AlertReport first = tell(HELD, LATE);
        assertThat(first).isEqualTo(new AlertReport(2, 0, 2, 2, List.of()));
        assertThat(tell(HELD, LATE)).isEqualTo(new AlertReport(0, 0, 2, 0, List.of()));

        assertThat(tell(MISSING))
                .as("another state of a cause is another alert")
                .isEqualTo(new AlertReport(1, 2, 1, 2, List.of()));
        assertThat(tell(MISSING)).isEqualTo(new AlertReport(0, 0, 1, 0, List.of()));
        assertThat(tell()).isEqualTo(new AlertReport(0, 1, 0, 2, List.of()));
        assertThat(tell()).isEqualTo(AlertReport.NONE);
        assertThat(tell(HELD)).as("a cause that comes back is new").isEqualTo(new AlertReport(1, 0, 1, 2, List.of()));

        assertThat(mail.mails()).hasSize(4).allMatch(one -> one.to().equals("night@counterpart.example"));
        assertThat(mail.mails().get(0).header("Subject")).isEqualTo("Counterpart: 2 alerts (CP-A01, CP-A03)");
        assertThat(mail.mails().get(0).text())
                .contains("CP-A01: a file is held", "Next: ./counterpart explain F-000047", "section CP-A01");
        assertThat(mail.mails().get(1).header("Subject")).isEqualTo("Counterpart: 1 alert (CP-A04), 2 resolved");
        assertThat(hooks.taken()).hasSize(4);
        assertThat(hooks.taken().get(0).path("raised").findValuesAsString("alert"))
                .containsExactly("CP-A01", "CP-A03");
        assertThat(hooks.taken().get(1).path("resolved").findValuesAsString("subject"))
                .containsExactly("F-000047", "lakeshore/medical of 2026-11-16");
        assertThat(Set.copyOf(hooks.keys())).as("each message has its own key").hasSize(4);
    }

    @Test
    void what_one_channel_does_not_take_it_gets_later_and_the_other_not_twice() {
        hooks.answer(500);
        AlertReport failed = tell(HELD);
        assertThat(failed.sent()).isEqualTo(1);
        assertThat(failed.failures())
                .singleElement()
                .asString()
                .contains("127.0.0.1", "500", "the next run tries again")
                .doesNotContain("a-token");

        hooks.answer(204);
        assertThat(tell(HELD)).isEqualTo(new AlertReport(0, 0, 1, 1, List.of()));
        assertThat(mail.mails()).hasSize(1);
        assertThat(hooks.taken()).hasSize(1);
    }

    @Test
    void what_a_channel_never_heard_of_is_not_resolved_to_it() {
        mail.refuse("night@counterpart.example", "550 no such user");
        assertThat(tell(HELD).failures()).singleElement().asString().contains("550", "night@counterpart.example");
        mail.heal();

        assertThat(tell()).isEqualTo(new AlertReport(0, 1, 0, 1, List.of()));
        assertThat(mail.mails()).isEmpty();
        assertThat(hooks.taken()).hasSize(2);
    }

    @Test
    void a_server_that_nobody_asked_again_is_as_bad_as_before() {
        tell(SERVER);

        assertThat(desk().tell(NIGHT, List.of(), alert -> false)).isEqualTo(new AlertReport(0, 0, 1, 0, List.of()));
        assertThat(desk().tell(NIGHT, List.of(), alert -> true).resolved()).isEqualTo(1);
    }

    @Test
    void a_kind_that_is_not_wanted_stays_in_the_house() {
        AlertDesk desk = new AlertDesk(ledger(), channels(), kind -> kind != AlertKind.FILE_LATE, Clock.systemUTC());

        assertThat(desk.tell(NIGHT, List.of(LATE), alert -> true).sent()).isZero();
        assertThat(hooks.taken()).isEmpty();
    }

    private AlertReport tell(Attention... needs) {
        return desk().tell(NIGHT, List.of(needs), alert -> true);
    }

    private AlertDesk desk() {
        return new AlertDesk(ledger(), channels(), kind -> true, Clock.systemUTC());
    }

    private AlertLedger ledger() {
        return new JdbcAlertLedger(
                JdbcClient.create(store.dataSource()),
                new TransactionTemplate(new JdbcTransactionManager(store.dataSource())),
                Clock.systemUTC());
    }

    private List<AlertChannel> channels() {
        MailRelay relay = new MailRelay(
                "127.0.0.1",
                mail.port(),
                MailRelay.Protection.NONE,
                null,
                null,
                null,
                "counterpart@counterpart.example",
                Set.of("counterpart.example"),
                Duration.ofSeconds(10));
        return List.of(
                new MailAlerts(relay, "night@counterpart.example"),
                new WebhookChannel(URI.create(hooks.url()), Duration.ofSeconds(10)));
    }
}

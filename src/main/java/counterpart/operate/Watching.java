package counterpart.operate;

import counterpart.control.RunLog;
import counterpart.partner.MailRelay;
import counterpart.partner.WatchSettings;
import counterpart.watch.AlertChannel;
import counterpart.watch.AlertDesk;
import counterpart.watch.AlertLedger;
import counterpart.watch.AlertReport;
import counterpart.watch.Attention;
import counterpart.watch.Standing;
import counterpart.watch.html.StatusPage;
import counterpart.watch.http.WebhookChannel;
import counterpart.watch.jdbc.JdbcAlertLedger;
import counterpart.watch.json.RunSummary;
import counterpart.watch.metrics.Metrics;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells, when a run has ended, how things stand: alerts, status page, metrics and the summary of the run; and while it works,
 * that it takes long. Whatever fails here is said in the log and never fails the run.
 */
final class Watching {
    private static final Logger log = LoggerFactory.getLogger(Watching.class);

    private final Installation installation;
    private final WatchSettings settings;

    private Watching(Installation installation) {
        this.installation = installation;
        this.settings = installation.configuration().watch();
    }

    /**
     * @param due what is due next, as sentences
     * @return how things stand; none when that could not be found out
     */
    static synchronized Optional<Standing> after(Installation installation, Needs needs, List<String> due) {
        AtomicReference<Standing> found = new AtomicReference<>();
        installation
                .get(RunLog.class)
                .latest(1)
                .forEach(run -> quietly("standing", () -> {
                    WatchSettings settings = installation.configuration().watch();
                    found.set(new Standings(installation, needs)
                            .of(run, due, settings.nights(), settings.enoughDiskBytes()));
                    new Watching(installation).tell(found.get());
                }));
        return Optional.ofNullable(found.get());
    }

    /** Tells that the present run takes long; nothing when it has ended meanwhile. */
    static synchronized void during(Installation installation) {
        quietly(
                "long run",
                () -> installation.get(RunLog.class).latest(1).stream()
                        .map(run -> Standings.run(run, null))
                        .filter(Standing.Run::isAtWork)
                        .forEach(run -> {
                            Attention need = Needs.takesLong(
                                    run,
                                    installation.clock().instant(),
                                    installation.configuration().watch().runMayTake());
                            log.atWarn()
                                    .addKeyValue("alert", need.kind().id())
                                    .addKeyValue("run", run.number())
                                    .log("takes long");
                            new Watching(installation).alerts(run, List.of(need), alert -> false);
                        }));
    }

    private void tell(Standing standing) {
        AlertReport alerts = alerts(standing.run(), standing.needs(), alert -> examined(standing, alert));
        quietly("page", () -> new StatusPage(installation.clock()).write(installation.home(), standing));
        quietly(
                "metrics",
                () -> Metrics.write(
                        Objects.requireNonNullElse(
                                settings.metricsFile(), installation.home().metricsFile()),
                        standing,
                        alerts));
        WatchSettings.Otlp otlp = settings.otlp();
        if (otlp != null) {
            quietly("otlp", () -> Metrics.push(otlp.url(), otlp.timeout(), standing, alerts));
        }
        quietly("summary", () -> RunSummary.write(installation.home(), standing, alerts));
    }

    /** Raises, resolves and sends; what goes wrong is in the report, and in the log. */
    private AlertReport alerts(Standing.Run run, List<Attention> needs, Predicate<Attention> examined) {
        WatchSettings.Alerts wanted = settings.alerts();
        if (wanted == null) {
            return AlertReport.NONE;
        }
        AlertReport report;
        try {
            AlertLedger ledger = new JdbcAlertLedger(
                    installation.get(JdbcClient.class),
                    new TransactionTemplate(installation.get(PlatformTransactionManager.class)),
                    installation.clock());
            report = new AlertDesk(ledger, channels(wanted), kind -> wanted.sends(kind.id()), installation.clock())
                    .tell(run, needs, examined);
        } catch (RuntimeException e) {
            report = new AlertReport(0, 0, 0, 0, List.of("alerts could not be raised: " + Failures.sentence(e)));
        }
        report.failures()
                .forEach(failure -> log.atWarn()
                        .addKeyValue("watch", "alerts")
                        .addKeyValue("failure", failure)
                        .log("not sent"));
        return report;
    }

    private static List<AlertChannel> channels(WatchSettings.Alerts wanted) {
        List<AlertChannel> channels = new ArrayList<>();
        MailRelay relay = wanted.relay();
        if (relay != null) {
            wanted.emails().forEach(address -> channels.add(new MailAlerts(relay, address)));
        }
        WatchSettings.Webhook webhook = wanted.webhook();
        if (webhook != null) {
            channels.add(new WebhookChannel(URI.create(webhook.url().reveal()), webhook.timeout()));
        }
        return channels;
    }

    /** A server that was not asked and a command that was not run may be as bad as before. */
    private boolean examined(Standing standing, Attention alert) {
        return switch (alert.kind()) {
            case SERVER_UNREACHABLE, LOGIN_REFUSED ->
                installation.launched().stream()
                        .map(launched -> launched.keys().get("feed"))
                        .anyMatch(feed -> feed != null && feed.startsWith(alert.subject() + "/"));
            case RUN_FAILED ->
                alert.subject().equals("command " + standing.run().command());
            default -> true;
        };
    }

    private static void quietly(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("watch", what)
                    .addKeyValue("failure", Failures.sentence(e))
                    .log("could not be told; the run itself is not concerned");
        }
    }
}

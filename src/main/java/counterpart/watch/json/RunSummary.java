package counterpart.watch.json;

import counterpart.control.AtomicFile;
import counterpart.model.Home;
import counterpart.watch.AlertReport;
import counterpart.watch.Attention;
import counterpart.watch.Standing;
import counterpart.watch.Standing.EditionStanding;
import counterpart.watch.Standing.Rows;
import counterpart.watch.Standing.Work;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one run came to, as {@code runs/<date>-<run>.json}: one object with the version of its shape. Within a version keys
 * are only added; docs/operations.md lists them.
 */
public final class RunSummary {
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RunSummary() {}

    /** Writes the summary of the run that has just ended; answers where. */
    public static Path write(Home home, Standing standing, AlertReport alerts) {
        LocalDate date = Objects.requireNonNullElseGet(
                standing.run().date(), () -> LocalDate.ofInstant(standing.run().started(), ZoneOffset.UTC));
        Path file = home.runs().resolve(date + "-" + standing.run().number() + ".json");
        AtomicFile.replace(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document(standing, alerts)));
        return file;
    }

    private static Map<String, @Nullable Object> document(Standing standing, AlertReport alerts) {
        Standing.Run run = standing.run();
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("version", VERSION);
        document.put("kind", "run");
        document.put("run", run.number());
        document.put("command", run.command());
        LocalDate date = run.date();
        document.put("businessDate", date == null ? null : date.toString());
        document.put("started", run.started().toString());
        document.put("ended", run.ended().toString());
        document.put("seconds", seconds(run.took()));
        document.put("outcome", run.outcome());
        document.put("exitCode", run.exitCode());
        document.put("summary", run.summary());
        document.put("files", standing.files());
        document.put("rows", rows(standing.rows()));
        document.put("jobs", standing.work().stream().map(RunSummary::job).toList());
        Map<String, Object> breaks = new TreeMap<>();
        standing.breaks().forEach((partnership, open) -> breaks.put(partnership.value(), new TreeMap<>(open)));
        document.put("breaks", breaks);
        document.put(
                "editions",
                standing.editions().stream().map(RunSummary::edition).toList());
        document.put("deliveries", standing.deliveries());
        document.put("failures", standing.failures());
        document.put(
                "needsPerson", standing.needs().stream().map(RunSummary::need).toList());
        document.put(
                "alerts",
                object(
                        "raised",
                        alerts.raised(),
                        "resolved",
                        alerts.resolved(),
                        "open",
                        alerts.open(),
                        "sent",
                        alerts.sent(),
                        "failures",
                        alerts.failures()));
        document.put("diskFreeBytes", standing.diskFreeBytes());
        return document;
    }

    private static Map<String, @Nullable Object> job(Work work) {
        Rows read = work.read();
        Duration took = work.steps().stream().map(Standing.StepTime::took).reduce(Duration.ZERO, Duration::plus);
        return object(
                "job", work.job(),
                "for", work.keys(),
                "status", work.status(),
                "seconds", seconds(took),
                "rows", read == null ? null : rows(read),
                "failure", work.failure().isEmpty() ? null : work.failure(),
                "unchanged", work.isUnchanged());
    }

    private static Map<String, @Nullable Object> rows(Rows rows) {
        return object("in", rows.in(), "accepted", rows.accepted(), "rejected", rows.rejected());
    }

    private static Map<String, @Nullable Object> edition(EditionStanding edition) {
        return object(
                "partnership", edition.partnership().value(),
                "month", edition.month().toString(),
                "revision", edition.revision(),
                "deliveries", edition.deliveries());
    }

    private static Map<String, @Nullable Object> need(Attention need) {
        return object(
                "alert", need.kind().id(),
                "subject", need.subject(),
                "sentence", need.sentence(),
                "next", need.next());
    }

    private static double seconds(Duration took) {
        return took.toMillis() / 1000.0;
    }

    private static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }
}

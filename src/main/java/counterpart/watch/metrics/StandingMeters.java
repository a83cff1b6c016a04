package counterpart.watch.metrics;

import counterpart.model.FeedId;
import counterpart.watch.AlertKind;
import counterpart.watch.AlertReport;
import counterpart.watch.Standing;
import counterpart.watch.Standing.FeedStanding;
import counterpart.watch.Standing.Work;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of an installation, each a gauge of how things stand. Labels are names of partners, feeds, partnerships,
 * jobs, steps, states, categories and edits: never of a file or a member. docs/operations.md lists them.
 */
final class StandingMeters {
    private static final String SECONDS = "seconds";

    private final MeterRegistry registry;

    StandingMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void register(Standing standing, AlertReport alerts) {
        runs(standing);
        steps(standing);
        rows(standing);
        standing.feeds().forEach(this::feed);
        standing.files()
                .forEach((state, n) -> gauge("counterpart.files", "Files in custody", Tags.of("state", state), n));
        standing.breaks()
                .forEach((partnership, open) -> open.forEach((category, n) -> gauge(
                        "counterpart.breaks.open",
                        "Open breaks",
                        Tags.of("partnership", partnership.value(), "category", category),
                        n)));
        standing.deliveries()
                .forEach((state, n) -> gauge(
                        "counterpart.deliveries",
                        "Deliveries of each partnership's newest edition",
                        Tags.of("state", state),
                        n));
        for (AlertKind kind : AlertKind.values()) {
            gauge(
                    "counterpart.needs.person",
                    "What needs a person, by kind of alert",
                    Tags.of("alert", kind.id()),
                    standing.needs().stream()
                            .filter(need -> need.kind() == kind)
                            .count());
        }
        gauge(
                "counterpart.alert.failures",
                "Messages about alerts that the last run could not send",
                Tags.empty(),
                alerts.failures().size());
        unit("counterpart.disk.free", "Room on the home's disk", "bytes", Tags.empty(), standing.diskFreeBytes());
    }

    private void runs(Standing standing) {
        for (Standing.Run run : standing.lastRuns()) {
            Tags command = Tags.of("command", run.command());
            time("counterpart.run.last.end.timestamp", "When the command's last run ended", command, run.ended());
            duration("counterpart.run.duration", "How long the command's last run took", command, run.took());
            gauge("counterpart.run.exit.code", "Exit code of the command's last run", command, run.exitCode());
        }
        standing.lastSuccess()
                .forEach((command, at) -> time(
                        "counterpart.run.last.success.timestamp",
                        "When a run of the command last came to its end, with an exit code below 64",
                        Tags.of("command", command),
                        at));
    }

    private void steps(Standing standing) {
        Map<String, Map<String, Duration>> took = new TreeMap<>();
        Map<String, Map<String, Long>> jobs = new TreeMap<>();
        for (Work work : standing.night()) {
            jobs.computeIfAbsent(work.job(), job -> new TreeMap<>()).merge(work.status(), 1L, Long::sum);
            for (Standing.StepTime step : work.steps()) {
                took.computeIfAbsent(work.job(), job -> new TreeMap<>())
                        .merge(step.step(), step.took(), Duration::plus);
            }
        }
        took.forEach((job, steps) -> steps.forEach((step, all) -> duration(
                "counterpart.step.duration",
                "How long all executions of a step took in the last night",
                Tags.of("job", job, "step", step),
                all)));
        jobs.forEach((job, states) -> states.forEach((state, n) ->
                gauge("counterpart.jobs", "Jobs of the last night", Tags.of("job", job, "state", state), n)));
    }

    private void rows(Standing standing) {
        Map<FeedId, Standing.Rows> rows = new TreeMap<>(java.util.Comparator.comparing(FeedId::toString));
        Map<FeedId, Map<String, Long>> findings = new TreeMap<>(java.util.Comparator.comparing(FeedId::toString));
        for (Work work : standing.night()) {
            FeedId feed = work.feed();
            if (feed != null && work.read() != null) {
                rows.merge(feed, work.read(), Standing.Rows::plus);
                work.findings()
                        .forEach((edit, n) -> findings.computeIfAbsent(feed, one -> new TreeMap<>())
                                .merge(edit, n, Long::sum));
            }
        }
        rows.forEach((feed, sum) -> {
            row(feed, "in", sum.in());
            row(feed, "accepted", sum.accepted());
            row(feed, "rejected", sum.rejected());
        });
        findings.forEach((feed, edits) -> edits.forEach((edit, n) -> gauge(
                "counterpart.findings",
                "Findings in the files that the last night read",
                labels(feed).and("edit", edit),
                n)));
    }

    private void row(FeedId feed, String state, long rows) {
        gauge(
                "counterpart.rows",
                "Rows of the files that the last night read",
                labels(feed).and("state", state),
                rows);
    }

    private void feed(FeedStanding feed) {
        Tags labels = labels(feed.feed());
        gauge("counterpart.feed.late.files", "Files that are late and have not come", labels, feed.late());
        gauge("counterpart.feed.missing.files", "Files that were given up, last five weeks", labels, feed.missing());
        gauge("counterpart.feed.held.files", "Files that wait for a person", labels, feed.held());
        time("counterpart.feed.last.loaded.timestamp", "When the last loaded file arrived", labels, feed.lastLoaded());
        time("counterpart.feed.due.timestamp", "When the next file is due", labels, feed.dueNext());
    }

    private static Tags labels(FeedId feed) {
        return Tags.of("partner", feed.partner().value(), "feed", feed.name().value());
    }

    private void time(String name, String help, Tags labels, @Nullable Instant at) {
        if (at != null) {
            unit(name, help, SECONDS, labels, at.toEpochMilli() / 1000.0);
        }
    }

    private void duration(String name, String help, Tags labels, Duration took) {
        unit(name, help, SECONDS, labels, took.toMillis() / 1000.0);
    }

    private void unit(String name, String help, String unit, Tags labels, double value) {
        Gauge.builder(name, () -> value)
                .description(help)
                .baseUnit(unit)
                .tags(labels)
                .register(registry);
    }

    private void gauge(String name, String help, Tags labels, double value) {
        Gauge.builder(name, () -> value).description(help).tags(labels).register(registry);
    }
}

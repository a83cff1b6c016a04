package counterpart.sample;

import counterpart.sample.PlannedFile.Feed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes two synthetic partnerships of one payer: the partners' folders as they lie on their servers, and the truth.
 *
 * <p>Under the output folder: {@code servers/<partner>/outbox/} with the files and their {@code .done} markers,
 * {@code servers/<partner>.arrivals.csv} (path below the server's root, instant of arrival), {@code truth/} and,
 * about the second partnership, {@code truth/cascadia-meridian/}. Memory does not grow with the number of claims: each is made from its position when it is needed.
 */
public final class SampleWriter {
    private final Scenario scenario;
    private final Path servers;
    private final Path truthFolder;
    private final Progress progress;
    private final FilePlan plan;
    private final Population population;
    private final Measures measures;
    private final Truth truth = new Truth();
    private final CoverageChanges changes;

    /** Hears how far the work is. */
    @FunctionalInterface
    public interface Progress {
        /** So many of all weeks are written. */
        void weeks(int done, int all);
    }

    private SampleWriter(Path out, Scenario scenario, Progress progress) {
        this.scenario = scenario;
        this.servers = out.resolve("servers");
        this.truthFolder = out.resolve("truth");
        this.progress = progress;
        this.plan = new FilePlan(scenario);
        this.population = new Population(scenario);
        this.measures = new Measures(scenario);
        this.changes = new CoverageChanges(scenario, population, plan, truth);
    }

    /**
     * Writes the scenario below a folder, which is made when it is not there. Files of the same names are replaced.
     *
     * @throws IOException when the folder cannot be written
     */
    public static void write(Path out, Scenario scenario, Progress progress) throws IOException {
        new SampleWriter(out, scenario, progress).run();
    }

    /** Writes without telling the progress. */
    public static void write(Path out, Scenario scenario) throws IOException {
        write(out, scenario, (done, all) -> {});
    }

    private void run() throws IOException {
        Adjudication medical = new Adjudication(scenario, population);
        Dispensing pharmacy = new Dispensing(scenario, population);
        Episodes episodes = new Episodes(scenario, population);
        Refills refills = new Refills(scenario, population);
        Outbox outbox = new Outbox(scenario, servers, plan);
        Ledgers ledgers = new Ledgers(scenario, outbox, medical, measures, truth);
        RowFaults faults = new RowFaults(scenario, population, outbox, ledgers, measures, truth);
        Hindsight hindsight = new Hindsight(scenario, population, outbox, ledgers, measures, truth);
        try (outbox) {
            eligibility(outbox);
            faults.plantInEligibility();
            rosters(outbox);
            for (int week = 0; week < scenario.weeks(); week++) {
                medical.week(week, claim -> attempt(() -> ledgers.accept(claim)));
                episodes.week(week, claim -> attempt(() -> ledgers.accept(claim)));
                ledgers.week(week);
                pharmacy.week(week, script -> attempt(() -> accept(outbox, script)));
                refills.week(week, script -> attempt(() -> accept(outbox, script)));
                faults.plantInClaims(week, medical, pharmacy);
                hindsight.plantInClaims(week, medical, pharmacy);
                progress.weeks(week + 1, scenario.weeks());
            }
            hindsight.sumUp();
            changes.write(outbox);
        } catch (UncheckedIOException e) {
            throw new IOException("the sample cannot be written below " + servers, e.getCause());
        }
        ledgers.matches().into(measures);
        finish(outbox);
    }

    private void eligibility(Outbox outbox) throws IOException {
        EligibilityRows rows = new EligibilityRows(scenario);
        PlannedFile last = plan.fresh(scenario.freshWeeks() - 1, Feed.ELIGIBILITY);
        for (PlannedFile file : plan.files()) {
            if (file.feed() == Feed.ELIGIBILITY) {
                rows.write(outbox.of(file), population);
            }
        }
        List<Family> families = new ArrayList<>(population.families());
        families.addAll(changes.joined());
        measures.population(families, (int) last.to().toEpochDay(), changes::now);
    }

    private void rosters(Outbox outbox) throws IOException {
        Rosters rosters = new Rosters(scenario, population, truth);
        for (PlannedFile file : plan.files()) {
            if (file.feed() == Feed.ROSTER) {
                FeedWriter out = outbox.of(file);
                rosters.write(out);
                if (!file.history()) {
                    Collection<PlantedMember> planted =
                            PlantedMember.of(outbox.fresh(file.week(), Feed.ELIGIBILITY), truth);
                    measures.planted(planted, file.to().plusDays(6));
                    rosters.tellPlanted(planted, file.week());
                    rosters.writeRejected(out, planted);
                }
            }
        }
        rosters.sumUp(measures);
    }

    private void accept(Outbox outbox, ScriptDraft script) throws IOException {
        PharmacyRows.write(outbox.holding(Feed.PHARMACY, script.adjudicated), script);
        measures.pharmacy(script);
        if (script.reversal) {
            measures.netted(script);
        }
    }

    private void finish(Outbox outbox) throws IOException {
        for (Map.Entry<PlannedFile, FeedWriter> entry : outbox.writers().entrySet()) {
            PlannedFile file = entry.getKey();
            FeedWriter.Totals totals = entry.getValue().totals();
            truth.file(new Truth.FileRow(file, "LOADED", totals.rows(), truth.rejected(file), totals));
        }
        new FileFaults(servers, outbox, truth).write(plan.faulty());
        timeliness();
        Hindsight.roll(scenario, population, truth);
        truth.count("members", scenario.members());
        truth.count("families", population.families().size());
        truth.count("findings", truth.findings().size());
        truth.count("breaks", truth.breaks().size());
        truth.count("files", truth.files().size());
        List<ArrivalManifest.Arrival> arrivals = new ArrayList<>();
        for (Truth.FileRow row : truth.files()) {
            PlannedFile file = row.file();
            arrivals.add(new ArrivalManifest.Arrival(file.feed().partner(), file.path(), ".done", file.arrival()));
        }
        arrivals.addAll(new MeridianSample(scenario, servers).write(truthFolder.resolve("cascadia-meridian")));
        ArrivalManifest.write(servers, arrivals);
        truth.write(truthFolder, measures);
    }

    /** Files due in the report month, and those of them whose first delivery came in time. */
    private void timeliness() {
        long due = plan.files().stream().filter(this::isDueInReportMonth).count();
        List<PlannedFile> late = Stream.concat(
                        plan.files().stream(), plan.faulty().stream().map(FilePlan.Faulty::file))
                .filter(PlannedFile::isLate)
                .toList();
        for (PlannedFile file : late) {
            truth.finding(new Truth.FindingRow(file.name(), 0, "", "F-023", "WARN", true, "a day late"));
        }
        long missed = late.stream().filter(this::isDueInReportMonth).count();
        measures.other("file-timeliness", scenario.reportMonth(), due - missed, due);
        acceptance(due);
    }

    /** Deliveries of the report month whose first file was good, and rows of its loaded files that were. */
    private void acceptance(long due) {
        long resent = plan.faulty().stream()
                .filter(f -> f.fault().needsResend() && isDueInReportMonth(f.good()))
                .map(FilePlan.Faulty::good)
                .distinct()
                .count();
        // Nobody expects a file of changes on a day, but each is a delivery, and each is accepted.
        long told = plan.changes().stream().filter(this::cameInReportMonth).count();
        measures.other("first-time-acceptance", scenario.reportMonth(), due + told - resent, due + told);
        List<Truth.FileRow> loaded = truth.files().stream()
                .filter(f -> f.state().equals("LOADED"))
                .filter(f ->
                        f.file().feed() == Feed.CHANGES ? cameInReportMonth(f.file()) : isDueInReportMonth(f.file()))
                .toList();
        long rows = loaded.stream().mapToLong(Truth.FileRow::rows).sum();
        long rejected = loaded.stream().mapToLong(Truth.FileRow::rejected).sum();
        measures.other("record-acceptance", scenario.reportMonth(), rows - rejected, rows);
    }

    private boolean isDueInReportMonth(PlannedFile file) {
        return !file.history()
                && FilePlan.due(scenario, file.week()).getMonth()
                        == scenario.reportMonth().getMonth();
    }

    private boolean cameInReportMonth(PlannedFile file) {
        return YearMonth.from(file.arrival().atZone(FilePlan.ZONE)).equals(scenario.reportMonth());
    }

    /** A step of writing. */
    private interface Work {
        void run() throws IOException;
    }

    private static void attempt(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

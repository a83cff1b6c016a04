package counterpart.sample;

import counterpart.sample.PlannedFile.Feed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a synthetic partnership: both partners' folders as they lie on their servers, and the truth about them.
 *
 * <p>Under the output folder: {@code servers/<partner>/outbox/} with the files and their {@code .done} markers,
 * {@code servers/<partner>.arrivals.csv} (path below the server's root, instant of arrival), and {@code truth/}. Memory
 * does not grow with the number of claims: each is made from its position when it is needed.
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
    private final Map<PlannedFile, FeedWriter> writers = new LinkedHashMap<>();
    private final FeedWriter[][] writersByDay;

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
        int days = (int) (scenario.monday(scenario.weeks()) - scenario.start().toEpochDay());
        this.writersByDay = new FeedWriter[Feed.values().length][days];
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
        try {
            eligibility();
            Adjudication medical = new Adjudication(scenario, population);
            Dispensing pharmacy = new Dispensing(scenario, population);
            for (int week = 0; week < scenario.weeks(); week++) {
                medical.week(week, this::medical);
                pharmacy.week(week, this::pharmacy);
                progress.weeks(week + 1, scenario.weeks());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            for (FeedWriter writer : writers.values()) {
                writer.close();
            }
        }
        finish();
    }

    private void eligibility() throws IOException {
        EligibilityRows rows = new EligibilityRows(scenario);
        PlannedFile last = plan.fresh(scenario.freshWeeks() - 1, Feed.ELIGIBILITY);
        for (PlannedFile file : plan.files()) {
            if (file.feed() == Feed.ELIGIBILITY) {
                rows.write(writer(file), population);
            }
        }
        measures.population(population, (int) last.to().toEpochDay());
    }

    private void medical(MedicalDraft claim) {
        try {
            MedicalRows.write(holding(Feed.MEDICAL, claim.adjudicated), claim);
            measures.medical(claim);
            if (reachesLedger(claim)) {
                LedgerRows.write(holding(Feed.LEDGER, claim.adjudicated), claim);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean reachesLedger(MedicalDraft claim) {
        return claim.adjudicated
                <= plan.fresh(scenario.freshWeeks() - 1, Feed.LEDGER).to().toEpochDay();
    }

    private void pharmacy(ScriptDraft script) {
        try {
            PharmacyRows.write(holding(Feed.PHARMACY, script.adjudicated), script);
            measures.pharmacy(script, false);
            if (script.reversal) {
                measures.netted(script);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file that holds a day of adjudication; remembered for each day, since every row asks. */
    private FeedWriter holding(Feed feed, int day) throws IOException {
        FeedWriter[] days = writersByDay[feed.ordinal()];
        int index = day - (int) scenario.start().toEpochDay();
        FeedWriter known = days[index];
        if (known == null) {
            known = writer(plan.holding(feed, day));
            days[index] = known;
        }
        return known;
    }

    private FeedWriter writer(PlannedFile file) throws IOException {
        FeedWriter writer = writers.get(file);
        if (writer == null) {
            writer = new FeedWriter(
                    servers.resolve(file.feed().partner()),
                    file,
                    file.feed() == Feed.LEDGER ? LedgerRows.HEADING : file.header());
            writers.put(file, writer);
        }
        return writer;
    }

    private void finish() throws IOException {
        for (Map.Entry<PlannedFile, FeedWriter> entry : writers.entrySet()) {
            FeedWriter.Totals totals = entry.getValue().totals();
            truth.file(new Truth.FileRow(entry.getKey(), "LOADED", totals.rows(), 0, totals));
        }
        Map<String, List<PlannedFile>> byPartner = truth.files().stream()
                .map(Truth.FileRow::file)
                .collect(Collectors.groupingBy(f -> f.feed().partner()));
        for (Map.Entry<String, List<PlannedFile>> entry : byPartner.entrySet()) {
            arrivals(servers.resolve(entry.getKey()), entry.getValue());
        }
        truth.write(truthFolder, measures);
    }

    private static void arrivals(Path server, List<PlannedFile> files) throws IOException {
        StringBuilder text = new StringBuilder("path,instant\n");
        files.stream()
                .sorted(java.util.Comparator.comparing(PlannedFile::arrival))
                .forEach(f -> text.append(f.path())
                        .append(',')
                        .append(f.arrival())
                        .append('\n')
                        .append(f.path())
                        .append(".done,")
                        .append(f.arrival())
                        .append('\n'));
        Files.writeString(server.resolveSibling(server.getFileName() + ".arrivals.csv"), text, StandardCharsets.UTF_8);
        for (PlannedFile file : files) {
            Files.write(server.resolve(file.path() + ".done"), new byte[0]);
        }
    }
}

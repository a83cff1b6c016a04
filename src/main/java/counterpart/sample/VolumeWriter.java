package counterpart.sample;

import counterpart.sample.PlannedFile.Feed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Writes two large files of the administrator for measuring: one of eligibility and one of prescriptions, of one seed, with
 * faults in about one row of a hundred. Three of four faulty rows are to be rejected.
 */
public final class VolumeWriter {
    private static final LocalDate BUSINESS_DATE = LocalDate.of(2026, 11, 10);
    private static final int MOST_MONTHS = 60;
    private static final int FAULT_EVERY = 400;

    private final Scenario scenario;
    private final Path server;
    private final long rows;
    private long written;

    /** The two files. */
    public record Volume(Path eligibility, long eligibilityRows, Path pharmacy, long pharmacyRows) {}

    private VolumeWriter(Path server, Scenario scenario, long rows) {
        this.server = server;
        this.scenario = scenario;
        this.rows = rows;
    }

    /**
     * Writes the files and their markers under {@code outbox} of a server's folder.
     *
     * @param members from 60 to 200,000
     * @param rows prescriptions; fewer are written when the members do not need as many in five years
     * @throws IOException when the folder cannot be written
     */
    public static Volume write(Path server, long seed, int members, long rows) throws IOException {
        long aMonth = Math.max(1, Math.round(members * Dispensing.SCRIPTS_PER_MEMBER_MONTH));
        int months = (int) Math.max(2, Math.min(MOST_MONTHS, rows / aMonth + 2));
        Scenario scenario = new Scenario(seed, members, months, BUSINESS_DATE, Scenario.Faults.NONE);
        return new VolumeWriter(server, scenario, rows).write();
    }

    private Volume write() throws IOException {
        Population population = new Population(scenario);
        try (FeedWriter eligibility = open(Feed.ELIGIBILITY);
                FeedWriter pharmacy = open(Feed.PHARMACY)) {
            new EligibilityRows(scenario).write(eligibility, population);
            Dispensing dispensing = new Dispensing(scenario, population);
            for (int week = 0; week < scenario.weeks() && written < rows; week++) {
                dispensing.week(week, script -> add(pharmacy, script));
            }
            mark(eligibility.file());
            mark(pharmacy.file());
            return new Volume(
                    server.resolve(eligibility.file().path()),
                    eligibility.totals().rows(),
                    server.resolve(pharmacy.file().path()),
                    pharmacy.totals().rows());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void add(FeedWriter pharmacy, ScriptDraft script) {
        if (written == rows) {
            return;
        }
        written++;
        try {
            PharmacyRows.compose(pharmacy.row(), script);
            if (script.reversal) {
                pharmacy.write();
            } else {
                pharmacy.writeLine(withFault(pharmacy.row().asText()));
            }
            PharmacyRows.count(pharmacy, script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String withFault(String row) {
        return switch ((int) (written % FAULT_EVERY)) {
            case 17 -> Columns.RX.with(row, "ndc", "5024204062");
            case 117 -> Columns.RX.with(row, "days_supply", "1000");
            case 217 -> Columns.RX.with(row, "daw", "X");
            case 317 -> Columns.RX.with(row, "prescriber_id", "1245319590");
            default -> row;
        };
    }

    private FeedWriter open(Feed feed) throws IOException {
        LocalDate last = LocalDate.ofEpochDay(scenario.monday(scenario.weeks()) - 1);
        PlannedFile file = new PlannedFile(
                feed, true, -1, scenario.start(), last, 1, "20261102010000", Instant.EPOCH, "VOL-" + feed, "", false);
        return new FeedWriter(server, file, file.header());
    }

    private void mark(PlannedFile file) throws IOException {
        Files.write(server.resolve(file.path() + ".done"), new byte[0]);
    }
}

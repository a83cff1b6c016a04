package counterpart.sample;

import static counterpart.sample.Columns.RX;

import counterpart.sample.PlannedFile.Feed;
import counterpart.sample.Truth.FindingRow;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** Plants faults on prescriptions of their own in a week's pharmacy file. */
final class PharmacyFaults {
    private final Outbox outbox;
    private final Measures measures;
    private final Truth truth;
    private final Dispensing scripts;
    private final Population population;
    private final int week;
    private final boolean first;
    private int turn;

    PharmacyFaults(
            Outbox outbox,
            Measures measures,
            Truth truth,
            Dispensing scripts,
            Population population,
            int week,
            boolean first) {
        this.outbox = outbox;
        this.measures = measures;
        this.truth = truth;
        this.scripts = scripts;
        this.population = population;
        this.week = week;
        this.first = first;
    }

    void plantFew() throws IOException {
        if (first) {
            warn("P-306", plain(), row -> RX.with(row, "prescriber_id", "9876543210"));
        } else {
            warn("P-310", plain(), row -> RX.with(row, "copay", "999.00"));
        }
    }

    void plantAll() throws IOException {
        rejections();
        warnings();
        reversals();
        supplies();
    }

    /** More than a hundred days from a retail pharmacy. */
    private void supplies() throws IOException {
        ScriptDraft ample = plain();
        ample.days = first ? 101 : 180;
        warn("P-304", ample, row -> row);
    }

    private void rejections() throws IOException {
        reject("P-300", row -> RX.with(row, "claim_id", ""));
        reject("P-301", row -> RX.with(row, "ndc", first ? "1234567890" : "00000000000"));
        reject("P-303", row -> RX.with(row, first ? "days_supply" : "quantity", first ? "0" : "-30.000"));
        reject("P-305", row -> RX.with(row, "daw", first ? "A" : "10"));
        reject("G-001", row -> RX.with(row, first ? "pharmacy_id" : "rx_number", ""));
        reject("G-002", row -> RX.with(row, "adjudicated_date", first ? "20261399" : "10/06/2026"));
        reject("G-003", row -> RX.with(row, "sales_tax", first ? "0,50" : "0.505"));
        reject("G-004", row -> RX.with(row, first ? "fill_number" : "otc_flag", first ? "two" : "maybe"));
        reject("G-005", row -> RX.with(row, "brand_generic", "X"));
        reject("F-016", row -> row.substring(0, row.lastIndexOf('|')));
    }

    private void warnings() throws IOException {
        warn("P-306", plain(), row -> RX.with(row, first ? "prescriber_id" : "pharmacy_id", "9876543210"));
        ScriptDraft odd = plain();
        odd.odd = 100;
        warn("P-309", odd, row -> row);
        warn("P-310", plain(), row -> RX.with(row, "copay", "999.00"));
        ScriptDraft uncovered = plain();
        uncovered.family = population.families().stream()
                .filter(f -> !f.pharmacy() && f.last() == Family.OPEN && f.first() < uncovered.service - 200)
                .skip(first ? 0 : 1)
                .findFirst()
                .orElseThrow();
        uncovered.person = 0;
        warn("P-314", uncovered, row -> row);
        ScriptDraft early = plain();
        early.service = early.adjudicated + 1;
        warn("P-315", early, row -> row);
    }

    private void reversals() throws IOException {
        ScriptDraft orphan = plain();
        orphan.reverse(orphan.adjudicated);
        finding(orphan, "P-307", "WARN");
        write(orphan);
        measures.pharmacy(orphan);

        ScriptDraft billed = plain();
        load(billed);
        billed.claimId = "RD" + billed.claimId.substring(2);
        finding(billed, "P-308", "WARN");
        load(billed);

        ScriptDraft twice = plain();
        load(twice);
        twice.reverse(twice.adjudicated);
        load(twice);
        measures.netted(twice);
        twice.claimId = "RW" + twice.claimId.substring(2);
        finding(twice, "P-308", "WARN");
        load(twice);

        // No fault: billed, taken back and billed again on one day.
        ScriptDraft again = plain();
        load(again);
        again.reverse(again.adjudicated);
        load(again);
        measures.netted(again);
        again.rebill(again.adjudicated);
        load(again);
    }

    private void load(ScriptDraft script) throws IOException {
        write(script);
        measures.pharmacy(script);
    }

    private void write(ScriptDraft script) throws IOException {
        PharmacyRows.write(file(script), script);
    }

    private void reject(String code, UnaryOperator<String> change) throws IOException {
        ScriptDraft script = plain();
        finding(script, code, "REJECT_ROW");
        plant(script, change);
        truth.rejected(file(script).file(), 1);
    }

    private void warn(String code, ScriptDraft script, UnaryOperator<String> change) throws IOException {
        finding(script, code, "WARN");
        plant(script, change);
        measures.pharmacy(script);
    }

    private void plant(ScriptDraft script, UnaryOperator<String> change) throws IOException {
        FeedWriter out = file(script);
        PharmacyRows.compose(out.row(), script);
        out.writeLine(change.apply(out.row().asText()));
        PharmacyRows.count(out, script);
    }

    private void finding(ScriptDraft script, String code, String severity) throws IOException {
        FeedWriter out = file(script);
        truth.finding(new FindingRow(out.file().name(), out.line() + 1, script.claimId, code, severity, true, ""));
    }

    private FeedWriter file(ScriptDraft script) throws IOException {
        return outbox.holding(Feed.PHARMACY, script.adjudicated);
    }

    private ScriptDraft plain() {
        return scripts.extra(
                week,
                turn++,
                s -> s.family.last() == Family.OPEN && !s.compound && !s.drug.brand() && s.otherPayer == 0);
    }
}

package counterpart.sample;

import counterpart.sample.MeridianFile.Feed;
import counterpart.sample.MeridianTruth.Side;
import counterpart.sample.Truth.BreakRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes each prescription into the manager's extract and into the payer's ledger, and writes down the breaks that this
 * must cause. A background of differences runs through all months.
 */
final class MeridianLedgers implements AutoCloseable {
    private static final double BACKGROUND = 0.004;
    private static final int FEWEST_CENTS = 1_000;
    private static final long WEEK = 10_000_000L;
    private static final int KINDS = 6;
    /** Of the bills that are taken back every second loses its fill number, where no new bill follows. */
    private static final int UNNAMED_EVERY = 100;

    private static final int REBILLED_EVERY = 150;
    private static final int FIRST_TAKEN_BACK = 25;

    private final Scenario scenario;
    private final Path servers;
    private final MeridianPlan plan;
    private final Dispensing scripts;
    private final MeridianMeasures measures;
    private final MeridianTruth truth;
    private final Dice dice;
    private final Map<MeridianFile, MeridianWriter> writers = new LinkedHashMap<>();

    /** @param book the members of this partnership; its seed is another than that of the administrator's */
    MeridianLedgers(
            Scenario scenario,
            Scenario book,
            Path servers,
            MeridianPlan plan,
            Dispensing scripts,
            MeridianMeasures measures,
            MeridianTruth truth) {
        this.scenario = scenario;
        this.servers = servers;
        this.plan = plan;
        this.scripts = scripts;
        this.measures = measures;
        this.truth = truth;
        this.dice = new Dice(book.seed());
    }

    MeridianWriter of(MeridianFile file) throws IOException {
        MeridianWriter writer = writers.get(file);
        if (writer == null) {
            writer = new MeridianWriter(servers, file);
            writers.put(file, writer);
        }
        return writer;
    }

    MeridianWriter claims(ScriptDraft script) throws IOException {
        return of(plan.holding(Feed.CLAIMS, script.adjudicated));
    }

    MeridianWriter ledger(ScriptDraft script) throws IOException {
        return of(plan.holding(Feed.LEDGER, script.adjudicated));
    }

    /** The writers by file, in the order in which they were opened. */
    Map<MeridianFile, MeridianWriter> writers() {
        return writers;
    }

    /** Takes a transaction as the manager adjudicates it; those after its last cycle are not told yet. */
    void accept(ScriptDraft script) throws IOException {
        if (script.adjudicated > plan.lastDay(Feed.CLAIMS)) {
            return;
        }
        boolean first = script.claimId.startsWith("RX");
        if (first) {
            measures.fills().fill(script);
        }
        if (first && isInBackground(script)) {
            differ(script);
            return;
        }
        left(script, !isUnnamed(script));
        if (script.reversal) {
            measures.netted(script);
        }
        if (script.adjudicated <= plan.lastDay(Feed.LEDGER)) {
            right(script, script.planPaid());
        }
        if (first && plan.isPastCutOff(script.adjudicated)) {
            int cycle = plan.holding(Feed.CLAIMS, script.adjudicated).cycle();
            String closed = cycle + 1 < MeridianPlan.CYCLES ? plan.night(cycle + 1) : "";
            presence(script, "TIMING", closed);
        }
    }

    /** Writes a transaction into the manager's extract. */
    void left(ScriptDraft script, boolean fillNamed) throws IOException {
        MeridianWriter out = claims(script);
        MeridianRows.claim(out.row(), script, fillNamed);
        out.write(script, script.planPaid());
        measures.loaded(script);
        truth.loaded(Side.LEFT, script, script.planPaid());
    }

    /** Writes a transaction into the payer's ledger. */
    void right(ScriptDraft script, long planPaid) throws IOException {
        MeridianWriter out = ledger(script);
        MeridianRows.ledger(out.row(), script, planPaid);
        out.write(script, planPaid);
        truth.loaded(Side.RIGHT, script, planPaid);
    }

    void both(ScriptDraft script) throws IOException {
        left(script, true);
        right(script, script.planPaid());
    }

    /** Only the manager has the prescription. */
    void presence(ScriptDraft script, String category, String closed) {
        presence(script, category, closed, "");
    }

    void presence(ScriptDraft script, String category, String closed, String note) {
        String paid = Long.toString(script.planPaid());
        breakRow(script, "PRESENCE", category, paid, "", script.planPaid(), night(script), closed, note);
    }

    /** Only the payer has the prescription. */
    void rightPresence(ScriptDraft script, String note) {
        String paid = Long.toString(script.planPaid());
        breakRow(script, "PRESENCE", "ONE_SIDED_RIGHT", "", paid, script.planPaid(), night(script), "", note);
    }

    void paid(ScriptDraft script, long right, String opened, String closed) {
        long left = script.planPaid();
        breakRow(
                script,
                "PAID",
                "AMOUNT_DIFF",
                Long.toString(left),
                Long.toString(right),
                left - right,
                opened,
                closed,
                "");
    }

    void breakRow(
            ScriptDraft script,
            String attribute,
            String category,
            String left,
            String right,
            long cents,
            String opened,
            String closed,
            String note) {
        String entity = MeridianRows.fill(script);
        if (closed.isEmpty()) {
            measures.fills().open(script, category);
        }
        truth.breakRow(
                new BreakRow(entity, attribute, category, left, right, Math.abs(cents), opened, closed, note, "R6"));
    }

    /** The night on which the manager's file with a transaction is read. */
    String night(ScriptDraft script) {
        return plan.night(plan.holding(Feed.CLAIMS, script.adjudicated));
    }

    @Override
    public void close() throws IOException {
        for (MeridianWriter writer : writers.values()) {
            writer.close();
        }
    }

    private void differ(ScriptDraft script) throws IOException {
        long far = 200 + dice.below(4_000);
        int kind = dice.below(KINDS);
        if (kind == 0) {
            right(script, script.planPaid());
            rightPresence(script, "");
            return;
        }
        left(script, true);
        switch (kind) {
            case 1, 2 -> presence(script, "ONE_SIDED_LEFT", "");
            case 3 -> right(script, script.planPaid() - 1);
            default -> {
                right(script, script.planPaid() + far);
                paid(script, script.planPaid() + far, night(script), "");
            }
        }
    }

    private boolean isInBackground(ScriptDraft script) {
        int week = week(script);
        int index = index(script);
        return scenario.faults() == Scenario.Faults.ALL
                && !scripts.isTakenBack(week, index)
                && !plan.isPastCutOff(script.adjudicated)
                && script.planPaid() > FEWEST_CENTS
                && dice.at(Dice.Stream.LEDGER, week, index).chance(BACKGROUND);
    }

    private static boolean isUnnamed(ScriptDraft script) {
        int index = index(script);
        boolean rebilled = index % REBILLED_EVERY == FIRST_TAKEN_BACK;
        return script.reversal && !rebilled && index % UNNAMED_EVERY == FIRST_TAKEN_BACK;
    }

    private static int week(ScriptDraft script) {
        return (int) (number(script) / WEEK);
    }

    private static int index(ScriptDraft script) {
        return (int) (number(script) % WEEK);
    }

    private static long number(ScriptDraft script) {
        return Long.parseLong(script.claimId.substring(2)) - 1_000 * WEEK;
    }
}

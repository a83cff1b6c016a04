package counterpart.sample;

import counterpart.sample.LedgerPlan.Treatment;
import counterpart.sample.PlannedFile.Feed;
import counterpart.sample.Truth.BreakRow;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes each claim into both ledgers as the plan says, and writes down the breaks that this must cause. */
final class Ledgers {
    private final Scenario scenario;
    private final Outbox outbox;
    private final Adjudication claims;
    private final LedgerPlan plan;
    private final Measures measures;
    private final Truth truth;
    private final MatchCounts matches = new MatchCounts();
    private final long lastCutOff;
    /** What is still to be written in a later week. */
    private final Map<Integer, List<Later>> later = new HashMap<>();

    private record Later(int week, int index, Treatment treatment, int step) {}

    Ledgers(Scenario scenario, Outbox outbox, Adjudication claims, Measures measures, Truth truth) {
        this.scenario = scenario;
        this.outbox = outbox;
        this.claims = claims;
        this.plan = new LedgerPlan(scenario, claims);
        this.measures = measures;
        this.truth = truth;
        this.lastCutOff = outbox.lastDay(Feed.LEDGER);
    }

    MatchCounts matches() {
        return matches;
    }

    /** Notes a claim that only the administrator's books hold, because the payer's row is rejected. */
    void lostRight(MedicalDraft claim, String code) {
        matches.claim(claim);
        matches.broken(claim);
        presence(claim, "ONE_SIDED_LEFT", "", "REJECTED:" + code);
    }

    /** Writes a claim into the payer's ledger that the administrator's file loses to an edit. */
    void lostLeft(MedicalDraft claim, String code) throws IOException {
        right(claim, claim.allowedTotal(), claim.paidTotal(), claim.status);
        matches.claim(claim);
        matches.broken(claim);
        rightPresence(claim, "REJECTED:" + code);
    }

    /** Writes a claim into the payer's ledger alone; the administrator's side is written by the caller. */
    void same(MedicalDraft claim) throws IOException {
        right(claim, claim.allowedTotal(), claim.paidTotal(), claim.status);
        matches.claim(claim);
    }

    /** As {@link #same}, but the payer paid nothing. */
    void unpaidRight(MedicalDraft claim) throws IOException {
        right(claim, claim.allowedTotal(), 0, claim.status);
        matches.claim(claim);
        matches.broken(claim);
        breakRow(claim, "PAID", claim.paidTotal(), 0, asOf(claim), "", "");
    }

    /** Takes one version as it is adjudicated. */
    void accept(MedicalDraft claim) throws IOException {
        Treatment treatment = plan.of(claim);
        if (treatment != Treatment.RIGHT_ONLY) {
            MedicalRows.write(outbox.holding(Feed.MEDICAL, claim.adjudicated), claim);
            measures.medical(claim);
        }
        if (claim.version == 0) {
            matches.claim(claim);
        }
        if (treatment == Treatment.NONE) {
            agree(claim);
        } else {
            differ(claim, treatment);
        }
    }

    /** Writes what waited for a week. */
    void week(int week) throws IOException {
        for (Later row : later.getOrDefault(week, List.of())) {
            MedicalDraft claim = claims.first(row.week(), row.index());
            if (claim == null) {
                throw new IllegalStateException("a claim that was made cannot be made again");
            }
            late(claim, row, week);
        }
    }

    private void agree(MedicalDraft claim) throws IOException {
        if (claim.adjudicated <= lastCutOff) {
            LedgerRows.write(outbox.holding(Feed.LEDGER, claim.adjudicated), claim);
        }
        if (scenario.faults() != Scenario.Faults.NONE && isPastCutOff(claim)) {
            boolean last = claim.adjudicated > lastCutOff;
            String closed = last ? "" : asOf(claim.adjudicated + 7);
            presence(claim, "TIMING", closed, last ? "the payer's cut-off is a day earlier" : "heals in the next week");
            if (last) {
                matches.timing(claim);
            }
        }
    }

    private void differ(MedicalDraft claim, Treatment treatment) throws IOException {
        long paid = claim.paidTotal();
        long allowed = claim.allowedTotal();
        long far = plan.paidDifference(claim);
        switch (treatment) {
            case ONE_CENT -> right(claim, allowed, paid + 1, claim.status);
            case TWO_CENTS -> amount(claim, "PAID", allowed, paid + 2, paid, paid + 2);
            case PAID_DIFFERS -> amount(claim, "PAID", allowed, paid + far, paid, paid + far);
            case ALLOWED_DIFFERS -> {
                long more = allowed + plan.difference(claim);
                amount(claim, "ALLOWED", more, paid, allowed, more);
            }
            case STATUS_DIFFERS -> {
                right(claim, allowed, paid, "PAID");
                open(claim, "STATUS", "STATUS_DIFF", "DENIED", "PAID", 0, asOf(claim));
            }
            case LEFT_ONLY -> {
                presence(claim, "ONE_SIDED_LEFT", "", "");
                matches.broken(claim);
            }
            case RIGHT_ONLY -> {
                right(claim, allowed, paid, claim.status);
                rightPresence(claim, "");
                matches.broken(claim);
            }
            case MATURES -> {
                presence(claim, "ONE_SIDED_LEFT", "", "TIMING until " + asOf(claim.adjudicated + 7));
                matches.broken(claim);
            }
            case LATE, LATE_AND_DIFFERENT -> {
                presence(claim, "ONE_SIDED_LEFT", asOf(claim.adjudicated + 7), "closes itself");
                wait(claim, treatment, 1);
            }
            case REOPENS -> {
                right(claim, allowed, paid + far, claim.status);
                breakRow(claim, "PAID", paid, paid + far, asOf(claim), asOf(claim.adjudicated + 7), "closes itself");
                wait(claim, treatment, 1);
                wait(claim, treatment, 2);
            }
            case TWICE_LEFT, TWICE_RIGHT -> {
                right(claim, allowed, paid, claim.status);
                wait(claim, treatment, 1);
            }
            default -> throw new IllegalStateException("no difference: " + treatment);
        }
    }

    private void late(MedicalDraft claim, Later row, int week) throws IOException {
        int day = (int) scenario.monday(week) + 1;
        FeedWriter ledger = outbox.holding(Feed.LEDGER, day);
        long far = plan.paidDifference(claim);
        long paid = claim.paidTotal();
        switch (row.treatment()) {
            case LATE -> LedgerRows.write(ledger, claim);
            case LATE_AND_DIFFERENT -> {
                LedgerRows.write(ledger, claim, claim.allowedTotal(), paid + far, claim.status);
                breakRow(claim, "PAID", paid, paid + far, asOf(day), "", "");
                matches.broken(claim);
            }
            case TWICE_RIGHT -> {
                LedgerRows.write(ledger, claim);
                open(claim, "DUPLICATE", "DUPLICATE_RIGHT", "1", "2", paid, asOf(day));
            }
            case TWICE_LEFT -> {
                MedicalRows.write(outbox.holding(Feed.MEDICAL, day), claim);
                open(claim, "DUPLICATE", "DUPLICATE_LEFT", "2", "1", paid, asOf(day));
            }
            case REOPENS -> {
                boolean heals = row.step() == 1;
                if (!heals) {
                    breakRow(claim, "PAID", paid, paid + far, asOf(day), "", "episode 2");
                    matches.broken(claim);
                }
                correctRight(claim, ledger, day, row.step(), heals ? paid + far : paid, heals ? paid : paid + far);
            }
            default -> throw new IllegalStateException("nothing waits for " + row.treatment());
        }
    }

    /** The payer takes back what it booked and books another amount. */
    private void correctRight(MedicalDraft claim, FeedWriter ledger, int day, int step, long was, long becomes)
            throws IOException {
        long allowed = claim.allowedTotal();
        claim.adjudicated = day;
        claim.paidOn = day + 2;
        claim.version = 2 * step - 1;
        claim.action = 'R';
        LedgerRows.write(ledger, claim, -allowed, -was, "REVERSED");
        claim.version = 2 * step;
        claim.action = 'A';
        LedgerRows.write(ledger, claim, allowed, becomes, claim.status);
    }

    private void right(MedicalDraft claim, long allowed, long paid, String status) throws IOException {
        LedgerRows.write(outbox.holding(Feed.LEDGER, claim.adjudicated), claim, allowed, paid, status);
    }

    private void amount(MedicalDraft claim, String attribute, long allowed, long paid, long left, long right)
            throws IOException {
        right(claim, allowed, paid, claim.status);
        breakRow(claim, attribute, left, right, asOf(claim), "", "");
        matches.broken(claim);
    }

    /** Only the administrator has the claim. */
    private void presence(MedicalDraft claim, String category, String closed, String note) {
        String paid = Long.toString(claim.paidTotal());
        long impact = Math.abs(claim.paidTotal());
        truth.breakRow(new BreakRow(claim.claimId, "PRESENCE", category, paid, "", impact, asOf(claim), closed, note));
    }

    /** Only the payer has the claim. */
    private void rightPresence(MedicalDraft claim, String note) {
        String paid = Long.toString(claim.paidTotal());
        long impact = Math.abs(claim.paidTotal());
        truth.breakRow(
                new BreakRow(claim.claimId, "PRESENCE", "ONE_SIDED_RIGHT", "", paid, impact, asOf(claim), "", note));
    }

    private void open(
            MedicalDraft claim,
            String attribute,
            String category,
            String left,
            String right,
            long impact,
            String opened) {
        truth.breakRow(new BreakRow(claim.claimId, attribute, category, left, right, impact, opened, "", ""));
        matches.broken(claim);
    }

    private void breakRow(
            MedicalDraft claim, String attribute, long left, long right, String opened, String closed, String note) {
        truth.breakRow(new BreakRow(
                claim.claimId,
                attribute,
                "AMOUNT_DIFF",
                Long.toString(left),
                Long.toString(right),
                Math.abs(left - right),
                opened,
                closed,
                note));
    }

    private void wait(MedicalDraft claim, Treatment treatment, int weeks) {
        later.computeIfAbsent(claim.week + weeks, w -> new ArrayList<>())
                .add(new Later(claim.week, claim.index, treatment, weeks));
    }

    private boolean isPastCutOff(MedicalDraft claim) {
        return LocalDate.ofEpochDay(claim.adjudicated).getDayOfWeek() == DayOfWeek.SUNDAY
                && claim.week >= scenario.historyWeeks() - 1;
    }

    /** The as-of Sunday of the first reconciliation that sees a claim. */
    private String asOf(MedicalDraft claim) {
        return asOf(claim.adjudicated);
    }

    private String asOf(int day) {
        LocalDate sunday = LocalDate.ofEpochDay(day).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return (sunday.isBefore(scenario.historyEnd()) ? scenario.historyEnd() : sunday).toString();
    }
}

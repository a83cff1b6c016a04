package counterpart.sample;

import counterpart.sample.MeridianFile.Feed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Which files the manager and the payer exchange: history in pieces of twelve months, then three billing cycles, which
 * end on the fifteenth and on the last day of a month. The manager's cycle to the fifteenth is due on the nineteenth, the
 * other on the fifth. With faults the payer closes its ledger a day before the manager closes its cycle.
 */
final class MeridianPlan {
    static final int CYCLES = 3;
    private static final int FIFTEENTH = 15;
    private static final int DUE_AFTER_FIFTEENTH = 19;
    private static final int DUE_AFTER_LAST = 5;
    private static final int HISTORY_MONTHS_A_FILE = 12;
    /** The cycle whose claims come wrong at first, and whose ledger comes late. */
    private static final int TROUBLED = 1;

    private static final ZoneId MANAGER = ZoneId.of("America/Chicago");

    private final Scenario scenario;
    private final int cutOffDays;
    private final List<MeridianFile> files = new ArrayList<>();
    private final List<MeridianFile> refused = new ArrayList<>();

    MeridianPlan(Scenario scenario) {
        this.scenario = scenario;
        boolean clean = scenario.faults() == Scenario.Faults.NONE;
        this.cutOffDays = clean ? 0 : 1;
        for (Feed feed : Feed.values()) {
            int last = history(feed);
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                boolean troubled = !clean && cycle == TROUBLED;
                last = fresh(feed, cycle, last, troubled);
            }
        }
    }

    /** The files that are to be loaded. */
    List<MeridianFile> files() {
        return files;
    }

    /** Files of claims that declare a row too many, each before the good one of its cycle. */
    List<MeridianFile> refused() {
        return refused;
    }

    MeridianFile fresh(Feed feed, int cycle) {
        return files.stream()
                .filter(f -> f.feed() == feed && f.cycle() == cycle)
                .findFirst()
                .orElseThrow();
    }

    /** The file of a feed whose period holds a day of adjudication. */
    MeridianFile holding(Feed feed, int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return files.stream()
                .filter(f -> f.feed() == feed && !date.isBefore(f.from()) && !date.isAfter(f.to()))
                .findFirst()
                .orElseThrow();
    }

    /** The last day that a feed tells of. */
    int lastDay(Feed feed) {
        return (int) fresh(feed, CYCLES - 1).to().toEpochDay();
    }

    /** Whether the manager's cycle ends on a day, which the payer then books in its next. */
    boolean isPastCutOff(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return cutOffDays > 0
                && files.stream()
                        .filter(f -> f.feed() == Feed.CLAIMS)
                        .filter(f -> f.cycle() >= 0 || f.to().equals(historyEnd()))
                        .anyMatch(f -> f.to().equals(date));
    }

    /** The night on which a cycle's files are read; the night of history for -1. */
    String night(int cycle) {
        return (cycle < 0 ? scenario.historyEnd() : arrivalDay(cycle)).toString();
    }

    /** The night on which the manager's transactions of a day are read. */
    String night(MeridianFile file) {
        return night(file.cycle());
    }

    /** The day on which a cycle's files are due. */
    LocalDate due(int cycle) {
        LocalDate end = cycleEnd(cycle);
        return end.getDayOfMonth() == FIFTEENTH
                ? end.withDayOfMonth(DUE_AFTER_FIFTEENTH)
                : end.plusMonths(1).withDayOfMonth(DUE_AFTER_LAST);
    }

    private LocalDate arrivalDay(int cycle) {
        LocalDate due = due(cycle);
        return due.isAfter(scenario.businessDate()) ? scenario.businessDate() : due;
    }

    private LocalDate cycleEnd(int cycle) {
        LocalDate fifteenth = scenario.reportMonth().atDay(FIFTEENTH);
        return switch (cycle) {
            case 0 -> scenario.reportMonth().minusMonths(1).atEndOfMonth();
            case 1 -> fifteenth;
            default -> scenario.reportMonth().atEndOfMonth();
        };
    }

    private LocalDate historyEnd() {
        return scenario.reportMonth().minusMonths(1).atDay(FIFTEENTH);
    }

    private int history(Feed feed) {
        LocalDate end = historyEnd().minusDays(shift(feed));
        int months = feed == Feed.ELIGIBILITY ? scenario.months() : HISTORY_MONTHS_A_FILE;
        int sequence = 0;
        for (LocalDate from = scenario.start(); !from.isAfter(end); from = from.plusMonths(months)) {
            LocalDate to = from.plusMonths(months).minusDays(1);
            sequence++;
            Instant arrival = scenario.historyEnd()
                    .atTime(21, 40)
                    .plusMinutes(feed.ordinal() * 5L + sequence)
                    .atZone(FilePlan.ZONE)
                    .toInstant();
            files.add(new MeridianFile(feed, -1, from, to.isAfter(end) ? end : to, sequence, arrival, false, ""));
        }
        return sequence;
    }

    private int fresh(Feed feed, int cycle, int lastSequence, boolean troubled) {
        LocalDate before = cycle == 0 ? historyEnd() : cycleEnd(cycle - 1);
        LocalDate to = cycleEnd(cycle).minusDays(shift(feed));
        LocalDate from = before.plusDays(1L - shift(feed));
        LocalDate day = arrivalDay(cycle);
        boolean late = troubled && feed == Feed.LEDGER;
        int sequence = lastSequence + 1;
        switch (feed) {
            case ELIGIBILITY -> {
                // The day before the files go out: members are told as they are known then.
                LocalDate asOf = day.minusDays(1);
                files.add(new MeridianFile(
                        feed, cycle, scenario.start(), asOf, sequence, payer(day, LocalTime.of(2, 40)), false, ""));
            }
            case LEDGER ->
                files.add(new MeridianFile(
                        feed,
                        cycle,
                        from,
                        to,
                        sequence,
                        payer(day, late ? LocalTime.of(11, 20) : LocalTime.of(3, 20)),
                        late,
                        ""));
            case CLAIMS -> {
                if (troubled) {
                    refused.add(new MeridianFile(
                            feed, cycle, from, to, sequence++, manager(day, LocalTime.of(4, 0)), false, "A"));
                }
                files.add(new MeridianFile(
                        feed, cycle, from, to, sequence, manager(day, LocalTime.of(4, 30)), false, ""));
            }
        }
        return sequence;
    }

    private int shift(Feed feed) {
        return feed == Feed.LEDGER ? cutOffDays : 0;
    }

    private static Instant payer(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(FilePlan.ZONE).toInstant();
    }

    private static Instant manager(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(MANAGER).toInstant();
    }
}

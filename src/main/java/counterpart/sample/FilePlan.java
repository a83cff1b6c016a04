package counterpart.sample;

import counterpart.sample.PlannedFile.Feed;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Which files the two partners send, in which order, with which numbers, and when they arrive. */
final class FilePlan {
    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final DateTimeFormatter CREATED = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int HISTORY_MONTHS_A_FILE = 12;
    private static final int FIRST_MINUTE = 30;
    private static final int MINUTES_A_FEED = 35;
    private static final int MINUTES_A_FILE = 5;
    private static final int DUPLICATE_MINUTE = 170;
    private static final int LATE_MINUTES = 34 * 60;
    /** The fresh week in which ends of the report month become known. */
    private static final int CHANGED_WEEK = 2;

    private final Scenario scenario;
    /** How many days before the administrator's week the payer's ends. */
    private final int cutOffDays;

    private final List<PlannedFile> files = new ArrayList<>();
    private final List<Faulty> faulty = new ArrayList<>();
    private final List<PlannedFile> changes = new ArrayList<>();

    /** A faulty file, and the good one that it was or will be. */
    record Faulty(PlannedFile file, FileFault fault, PlannedFile good) {}

    FilePlan(Scenario scenario) {
        this.scenario = scenario;
        this.cutOffDays = scenario.faults() == Scenario.Faults.NONE ? 0 : 1;
        for (Feed feed : List.of(Feed.ELIGIBILITY, Feed.MEDICAL, Feed.PHARMACY, Feed.LEDGER, Feed.ROSTER)) {
            int last = history(feed);
            for (int week = 0; week < scenario.freshWeeks(); week++) {
                last = fresh(feed, week, last);
            }
        }
        change();
    }

    /** The files that are to be loaded. */
    List<PlannedFile> files() {
        return files;
    }

    /** Files of changes, in the order of their arrival: one before a full file that knows its changes, two after the last. */
    List<PlannedFile> changes() {
        return changes;
    }

    /** The files that are not. */
    List<Faulty> faulty() {
        return faulty;
    }

    /** The day on which the file of a fresh week is due. */
    static LocalDate due(Scenario scenario, int week) {
        return scenario.historyEnd().plusWeeks(week + 1L).plusDays(1);
    }

    /** The file of a feed whose period holds a day of adjudication. */
    PlannedFile holding(Feed feed, int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return files.stream()
                .filter(f -> f.feed() == feed && !date.isBefore(f.from()) && !date.isAfter(f.to()))
                .findFirst()
                .orElseThrow();
    }

    PlannedFile fresh(int week, Feed feed) {
        return files.stream()
                .filter(f -> f.feed() == feed && f.week() == week)
                .findFirst()
                .orElseThrow();
    }

    private int history(Feed feed) {
        LocalDate end = end(feed, scenario.historyEnd());
        int months = feed.whole() ? scenario.months() : HISTORY_MONTHS_A_FILE;
        int sequence = 0;
        for (LocalDate from = scenario.start(); !from.isAfter(end); from = from.plusMonths(months)) {
            LocalDate to = from.plusMonths(months).minusDays(1);
            LocalDate last = to.isAfter(end) ? end : to;
            sequence++;
            ZonedDateTime arrival =
                    scenario.historyEnd().atTime(21, 0).atZone(ZONE).plusMinutes(feed.ordinal() * 10L + sequence);
            files.add(file(feed, -1, from, last, sequence, arrival, id(feed, last, "H"), "", false));
        }
        return sequence;
    }

    /** Plans a week's files of a feed; answers the last sequence number given. */
    private int fresh(Feed feed, int week, int lastSequence) {
        LocalDate to = end(feed, scenario.historyEnd().plusWeeks(week + 1L));
        LocalDate from = feed.whole() ? scenario.start() : to.minusDays(6);
        ZonedDateTime midnight = due(scenario, week).atStartOfDay(ZONE);
        ZonedDateTime arrival = midnight.plusMinutes(FIRST_MINUTE + feed.ordinal() * MINUTES_A_FEED);
        boolean late = FileFault.isLate(scenario.faults(), feed, week);
        arrival = late ? arrival.plusMinutes(LATE_MINUTES) : arrival;
        Numbers numbers = new Numbers(feed, lastSequence);
        List<Faulty> planned = new ArrayList<>();
        List<FileFault> faults = FileFault.of(scenario.faults(), feed, week);
        String replaces = "";
        for (FileFault fault : faults) {
            if (fault.needsResend()) {
                String id = id(feed, to, Character.toString('A' + planned.size()));
                planned.add(new Faulty(
                        file(feed, week, from, to, numbers.of(fault), arrival, id, "", late && planned.isEmpty()),
                        fault,
                        files.get(0)));
                arrival = arrival.plusMinutes(MINUTES_A_FILE);
                replaces = id;
            }
        }
        boolean slow = late && !planned.isEmpty();
        PlannedFile good = file(
                feed,
                week,
                from,
                to,
                numbers.good(),
                slow ? arrival.plusDays(1) : arrival,
                id(feed, to, ""),
                replaces,
                late && !slow);
        files.add(good);
        planned.forEach(f -> faulty.add(new Faulty(f.file(), f.fault(), good)));
        if (faults.contains(FileFault.DUPLICATE)) {
            ZonedDateTime again = midnight.plusMinutes(DUPLICATE_MINUTE);
            int number = numbers.of(FileFault.DUPLICATE);
            faulty.add(new Faulty(
                    file(feed, week, from, to, number, again, good.fileId(), "", false), FileFault.DUPLICATE, good));
        }
        return numbers.last;
    }

    /**
     * Sequence numbers of a week. A file of the administrator states its number in its header, and a resend keeps it; in
     * the payer's names nothing but the number tells two files of a week apart.
     */
    private static final class Numbers {
        private final boolean named;
        private int last;
        private int skipped;

        Numbers(Feed feed, int last) {
            this.named = feed.plain();
            this.last = last;
        }

        int of(FileFault fault) {
            if (!named) {
                return fault == FileFault.DUPLICATE ? last : last + 1;
            }
            if (fault == FileFault.SEQUENCE_GAP) {
                skipped = last + 1;
                last += 2;
                return last;
            }
            return ++last;
        }

        int good() {
            if (skipped > 0) {
                return skipped;
            }
            return ++last;
        }
    }

    /** All come on days on which other files come too. */
    private void change() {
        int last = scenario.freshWeeks() - 1;
        LocalDate due = due(scenario, last);
        if (scenario.faults() != Scenario.Faults.FEW) {
            LocalDate sunday = due(scenario, CHANGED_WEEK).minusDays(1);
            ZonedDateTime arrival = due(scenario, CHANGED_WEEK).atTime(0, 10).atZone(ZONE);
            changes.add(change(CHANGED_WEEK, sunday.minusDays(6), sunday.minusDays(2), arrival));
        }
        changes.add(change(last, due, due, due.atTime(19, 0).atZone(ZONE)));
        if (scenario.faults() != Scenario.Faults.FEW) {
            changes.add(change(last, due, due, due.atTime(20, 0).atZone(ZONE)));
        }
    }

    private PlannedFile change(int week, LocalDate from, LocalDate to, ZonedDateTime arrival) {
        int sequence = changes.size() + 1;
        String id = "LS-CHG-" + COMPACT.format(to) + (char) ('A' + changes.size());
        return file(Feed.CHANGES, week, from, to, sequence, arrival, id, "", false);
    }

    private LocalDate end(Feed feed, LocalDate sunday) {
        return feed == Feed.LEDGER ? sunday.minusDays(cutOffDays) : sunday;
    }

    private static String id(Feed feed, LocalDate to, String suffix) {
        return feed.plain() ? "" : "LS-" + feed.type() + "-" + COMPACT.format(to) + suffix;
    }

    private static PlannedFile file(
            Feed feed,
            int week,
            LocalDate from,
            LocalDate to,
            int sequence,
            ZonedDateTime arrival,
            String fileId,
            String replaces,
            boolean late) {
        return new PlannedFile(
                feed,
                week < 0,
                week,
                from,
                to,
                sequence,
                CREATED.format(arrival.minusMinutes(20)),
                arrival.toInstant(),
                fileId,
                replaces,
                late);
    }
}

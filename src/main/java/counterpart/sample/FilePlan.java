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
    private static final int HISTORY_MONTHS_A_FILE = 12;

    private final Scenario scenario;
    /** How many days before the administrator's week the payer's ends. */
    private final int cutOffDays;

    private final List<PlannedFile> files = new ArrayList<>();

    FilePlan(Scenario scenario) {
        this.scenario = scenario;
        this.cutOffDays = scenario.faults() == Scenario.Faults.NONE ? 0 : 1;
        for (Feed feed : Feed.values()) {
            history(feed);
            for (int week = 0; week < scenario.freshWeeks(); week++) {
                fresh(feed, week);
            }
        }
    }

    List<PlannedFile> files() {
        return files;
    }

    /** The file of a feed whose period holds a day of adjudication, or that of a fresh week. */
    PlannedFile holding(Feed feed, int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return files.stream()
                .filter(f -> f.feed() == feed
                        && !date.isBefore(f.from())
                        && !date.isAfter(f.to()))
                .findFirst()
                .orElseThrow();
    }

    PlannedFile fresh(int week, Feed feed) {
        return files.stream()
                .filter(f -> f.feed() == feed && f.week() == week)
                .findFirst()
                .orElseThrow();
    }

    private void history(Feed feed) {
        LocalDate end = end(feed, scenario.historyEnd());
        if (feed == Feed.ELIGIBILITY) {
            files.add(file(feed, -1, scenario.start(), end, 1));
            return;
        }
        int sequence = 1;
        for (LocalDate from = scenario.start(); !from.isAfter(end); from = from.plusMonths(HISTORY_MONTHS_A_FILE)) {
            LocalDate to = from.plusMonths(HISTORY_MONTHS_A_FILE).minusDays(1);
            files.add(file(feed, -1, from, to.isAfter(end) ? end : to, sequence++));
        }
    }

    private void fresh(Feed feed, int week) {
        LocalDate sunday = scenario.historyEnd().plusWeeks(week + 1L);
        LocalDate to = end(feed, sunday);
        LocalDate from = feed == Feed.ELIGIBILITY ? scenario.start() : to.minusDays(6);
        files.add(file(feed, week, from, to, next(feed)));
    }

    private int next(Feed feed) {
        return 1 + (int) files.stream().filter(f -> f.feed() == feed).count();
    }

    private LocalDate end(Feed feed, LocalDate sunday) {
        return feed == Feed.LEDGER ? sunday.minusDays(cutOffDays) : sunday;
    }

    private PlannedFile file(Feed feed, int week, LocalDate from, LocalDate to, int sequence) {
        LocalDate sunday = scenario.historyEnd().plusWeeks(week + 1L);
        boolean history = week < 0;
        ZonedDateTime arrival = history
                ? sunday.atTime(21, 0).atZone(ZONE).plusMinutes(feed.ordinal() * 10L + sequence)
                : sunday.plusDays(1).atTime(1, 40).atZone(ZONE).plusMinutes(feed.ordinal() * 10L);
        String fileId = feed == Feed.LEDGER
                ? ""
                : "LS-" + feed.type() + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(to) + (history ? "H" : "");
        return new PlannedFile(
                feed,
                history,
                week,
                from,
                to,
                sequence,
                CREATED.format(arrival.minusMinutes(20)),
                arrival.toInstant(),
                fileId,
                "");
    }
}

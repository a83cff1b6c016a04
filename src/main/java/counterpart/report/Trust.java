package counterpart.report;

import counterpart.measure.Scorecard;
import counterpart.measure.Status;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far the newest numbers can be believed: D2 (files due), D5 and D6 (files turned away), D4 (breaks), D3 (rows), D0
 * (not scored), D1 (months behind the report). What is wrong stands before what is right.
 */
final class Trust {
    private static final int MOST_FEEDS = 3;

    private Trust() {}

    static List<Sentence> of(List<Standing> standings, Scorecard scorecard) {
        List<Sentence> all = new ArrayList<>();
        all.add(files(scorecard.exchange(), scorecard.month()));
        all.addAll(FileFaults.of(scorecard.exchange()));
        all.add(breaks(scorecard.reconciliation()));
        all.add(rows(scorecard.exchange()));
        all.addAll(notScored(standings));
        all.addAll(olderMonths(standings, scorecard.month()));
        return all;
    }

    /** One sentence for each reason. */
    private static List<Sentence> notScored(List<Standing> standings) {
        Map<String, List<String>> titles = new LinkedHashMap<>();
        for (Standing standing : standings) {
            String reason = standing.score().notScoredReason();
            if (reason != null) {
                titles.computeIfAbsent(reason, r -> new ArrayList<>()).add(standing.title());
            }
        }
        List<Sentence> all = new ArrayList<>();
        titles.forEach((reason, named) -> all.add(Sentence.of(
                "D0",
                Words.fitting(List.of(
                        "Not scored: " + String.join("; ", named) + " (" + reason + ").",
                        "Not scored: " + named.size() + " measures, see page 2 (" + reason + ").")),
                Map.of("measures", String.join(", ", named), "reason", reason))));
        return all;
    }

    /** One sentence for each month that is not the report's. */
    private static List<Sentence> olderMonths(List<Standing> standings, YearMonth reportMonth) {
        Map<YearMonth, List<String>> titles = new TreeMap<>();
        Map<YearMonth, Map<String, String>> inputs = new TreeMap<>();
        for (Standing standing : standings) {
            YearMonth month = standing.score().month();
            if (!standing.is(Status.NOT_SCORED) && month.isBefore(reportMonth)) {
                titles.computeIfAbsent(month, m -> new ArrayList<>()).add(standing.title());
                inputs.computeIfAbsent(month, m -> new LinkedHashMap<>()).put(standing.name(), month.toString());
            }
        }
        List<Sentence> all = new ArrayList<>();
        titles.forEach((month, named) -> all.add(Sentence.of(
                "D1",
                Words.fitting(List.of(
                        older(Words.names(inSentence(named)), isPlural(named), month),
                        older(named.size() + " measures", true, month))),
                inputs.getOrDefault(month, Map.of()))));
        return all;
    }

    private static List<String> inSentence(List<String> titles) {
        List<String> parts = new ArrayList<>();
        titles.forEach(title -> parts.add(parts.isEmpty() ? title : Words.inside(title)));
        return parts;
    }

    private static boolean isPlural(List<String> titles) {
        return titles.size() > 1 || Words.verb(titles.get(0), "is", "are").equals("are");
    }

    private static String older(String names, boolean isPlural, YearMonth month) {
        return names + (isPlural ? " stand" : " stands") + " at " + NumberFormats.month(month)
                + ", the newest complete month; younger months are never scored.";
    }

    private static Sentence files(Scorecard.Exchange exchange, YearMonth month) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("expected", String.valueOf(exchange.expected()));
        inputs.put("onTime", String.valueOf(exchange.onTime()));
        inputs.put("late", String.valueOf(exchange.late()));
        inputs.put("missing", String.valueOf(exchange.missing()));
        inputs.put("refused", String.valueOf(exchange.refused()));
        inputs.put("held", String.valueOf(exchange.held()));
        inputs.put("lateFeeds", String.join(", ", exchange.lateFeeds()));
        if (exchange.expected() == 0) {
            return Sentence.of("D2", "No partner file was due in " + NumberFormats.month(month) + ".", inputs);
        }
        String due = Words.plural(exchange.expected(), "file due", "files due");
        List<String> faults = new ArrayList<>();
        addFault(faults, exchange.late(), "late" + feeds(exchange.lateFeeds()));
        addFault(faults, exchange.missing(), "missing");
        if (faults.isEmpty()) {
            return Sentence.of("D2", "All " + due + " came on time.", inputs);
        }
        String onTime = exchange.onTime() == 0 ? "none" : NumberFormats.count(exchange.onTime());
        return Sentence.of("D2", Words.list(faults) + " of " + due + "; " + onTime + " came on time.", inputs);
    }

    private static void addFault(List<String> faults, long count, String what) {
        if (count > 0) {
            faults.add(NumberFormats.count(count) + " " + what);
        }
    }

    private static String feeds(List<String> feeds) {
        if (feeds.isEmpty()) {
            return "";
        }
        List<String> named = feeds.stream().distinct().limit(MOST_FEEDS).toList();
        long more = feeds.stream().distinct().count() - named.size();
        return " (" + String.join("; ", named) + (more > 0 ? " and " + more + " more" : "") + ")";
    }

    private static Sentence rows(Scorecard.Exchange exchange) {
        Map<String, String> inputs = Map.of(
                "rowsRead",
                String.valueOf(exchange.rowsRead()),
                "rowsRejected",
                String.valueOf(exchange.rowsRejected()));
        if (exchange.rowsRead() == 0) {
            return Sentence.of("D3", "No file of the month is in the books.", inputs);
        }
        if (exchange.rowsRejected() == 0) {
            return Sentence.of(
                    "D3",
                    "No row of the " + NumberFormats.count(exchange.rowsRead()) + " in the files loaded was rejected.",
                    inputs);
        }
        return Sentence.of(
                "D3",
                NumberFormats.count(exchange.rowsRejected()) + " of " + NumberFormats.count(exchange.rowsRead())
                        + " rows in the files loaded were rejected and stand in no number.",
                inputs);
    }

    private static Sentence breaks(Scorecard.Reconciliation breaks) {
        Map<String, String> inputs = Map.of(
                "open", String.valueOf(breaks.open()),
                "timing", String.valueOf(breaks.timing()),
                "impactCents", String.valueOf(breaks.impactCents()));
        // Not "claims": a count of breaks is no count of people, and must not read like one that is hidden.
        String waiting = Words.plural(breaks.timing(), "entry waits", "entries wait") + " for the other side's file";
        if (breaks.open() == 0) {
            return Sentence.of(
                    "D4",
                    breaks.timing() == 0
                            ? "The two books agree: no break is open and no entry waits for the other side's file."
                            : "No break between the two books is open; " + waiting + ".",
                    inputs);
        }
        String verb = breaks.open() == 1 ? " is" : " are";
        String timing = breaks.timing() == 0 ? "" : "; " + waiting;
        return Sentence.of(
                "D4",
                Words.plural(breaks.open(), "break", "breaks") + " between the two books" + verb + " open, worth "
                        + NumberFormats.dollars(breaks.impactCents()) + timing + ".",
                inputs);
    }
}

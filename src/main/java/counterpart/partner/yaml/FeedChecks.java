package counterpart.partner.yaml;

import counterpart.finding.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** What one feed must fulfil beyond the schema. */
final class FeedChecks {
    private static final Set<String> GROUPS = Set.of("asOf", "from", "to", "month", "year", "seq", "mode");
    private static final Pattern NAMED_GROUP = Pattern.compile("\\(\\?<([A-Za-z][A-Za-z0-9]*)>");
    private static final Map<String, String> TABLES = Map.of(
            "ELIG", "coverage_span", "ROSTER", "coverage_span", "MCLM", "medical_claim", "RXCLM", "pharmacy_claim");

    private final Block feed;
    private final Map<String, Block> layouts;

    FeedChecks(Block feed, Map<String, Block> layouts) {
        this.feed = feed;
        this.layouts = layouts;
    }

    /** @param feeds all feeds of the partner, by name */
    void checkBooks(Map<String, Block> feeds) {
        feed.text("countsAs").ifPresent(name -> {
            Block other = feeds.get(name);
            if (other == null || other == feed) {
                feed.fault(
                        "countsAs",
                        "No other feed of this file is called '" + name + "'.",
                        Nearest.remedy(name, feeds.keySet()));
            } else if (other.has("countsAs")) {
                feed.fault(
                        "countsAs",
                        "The feed " + name + " counts as another itself.",
                        "Name the feed in whose books both count.");
            } else if (!other.text("content").equals(feed.text("content"))) {
                feed.fault(
                        "countsAs", "The feed " + name + " has another content.", "Name a feed of the same content.");
            }
        });
    }

    void check() {
        checkName();
        checkLayout();
        checkGuards();
        feed.block("due").ifPresent(FeedChecks::checkDue);
        feed.text("processedDirectory")
                .filter(folder -> folder.equals(feed.text("directory").orElse("")))
                .ifPresent(folder -> feed.fault(
                        "processedDirectory", "It is the folder that files are taken from.", "Write another folder."));
        feed.block("complete")
                .ifPresent(complete -> complete.text("marker").ifPresent(marker -> checkMarker(complete, marker)));
    }

    private static void checkDue(Block due) {
        boolean weekly = due.has("days");
        if (weekly == due.has("monthDays")) {
            due.fault(
                    weekly ? "monthDays" : "days",
                    weekly
                            ? "The file is due by days of the week and by days of the month."
                            : "No day is named on which the file is due.",
                    "Write either days, for example [MONDAY], or monthDays, for example [5, 19].");
        }
    }

    private void checkName() {
        feed.text("name").ifPresent(name -> {
            try {
                Pattern.compile(name);
            } catch (PatternSyntaxException e) {
                feed.fault(
                        "name",
                        "The pattern cannot be read at its character " + (Math.max(0, e.getIndex()) + 1) + ": "
                                + e.getDescription() + ".",
                        "Correct it; a character that means itself, such as ( or +, gets a \\ before it.");
                return;
            }
            for (String group : groups(name)) {
                if (!GROUPS.contains(group)) {
                    feed.fault("name", "No named group is called '" + group + "'.", Nearest.remedy(group, GROUPS));
                }
            }
        });
    }

    private static List<String> groups(String pattern) {
        List<String> groups = new ArrayList<>();
        Matcher matcher = NAMED_GROUP.matcher(pattern);
        while (matcher.find()) {
            groups.add(matcher.group(1));
        }
        return groups;
    }

    private void checkMarker(Block complete, String marker) {
        if (marker.contains("/")) {
            complete.fault(
                    "marker", "A marker is a suffix of the file's name, not a path.", "Write for example .done.");
        }
    }

    private void checkLayout() {
        String name = feed.text("layout").orElse("");
        if (name.isEmpty()) {
            return;
        }
        Block layout = layouts.get(name);
        if (layout == null) {
            if (!layouts.isEmpty()) {
                feed.fault(
                        "layout",
                        "No layout of this file is called '" + name + "'.",
                        Nearest.remedy(name, layouts.keySet()));
            }
            return;
        }
        feed.text("content").ifPresent(content -> checkTable(content, name, layout));
        checkSlot(layout);
    }

    private void checkTable(String content, String name, Block layout) {
        String wanted = TABLES.get(content);
        List<String> tables = layout.blocks("records").stream()
                .flatMap(record -> record.has("claim") ? Stream.of("medical_claim") : record.text("table").stream())
                .toList();
        if (wanted != null && !tables.isEmpty() && !tables.contains(wanted)) {
            feed.fault(
                    "content",
                    "The content is " + content + ", but the layout " + name + " fills " + Nearest.sorted(tables) + ".",
                    "Write the content that belongs to the layout, or name a layout that fills " + wanted + ".");
        }
    }

    /** A file that replaces an earlier one must say which day or period it is about. */
    private void checkSlot(Block layout) {
        Set<String> header = Set.copyOf(layout.blocks("records").stream()
                .filter(record ->
                        record.text("purpose").filter("HEADER"::equals).isPresent())
                .flatMap(record -> record.block("map").stream())
                .flatMap(map -> map.keys().stream())
                .toList());
        List<String> groups = groups(feed.text("name").orElse(""));
        String slot = feed.text("slot").orElse("");
        boolean hasPeriod = groups.contains("month") || groups.contains("year");
        boolean hasFrom = hasPeriod || groups.contains("from") || header.contains("period_from");
        boolean hasTo = hasPeriod || groups.contains("to") || header.contains("period_to");
        boolean hasAsOf = groups.contains("asOf") || header.contains("as_of_date");
        if (slot.equals("PERIOD") && !(hasFrom && hasTo)) {
            feed.fault(
                    "slot",
                    "Neither the file's name nor a header record tells its period.",
                    "Write the groups (?<from>\\d{8}) and (?<to>\\d{8}) into name, map period_from and period_to, "
                            + "or write slot: FILE.");
        } else if (slot.equals("AS_OF") && !hasAsOf && !hasTo) {
            feed.fault(
                    "slot",
                    "Neither the file's name nor a header record tells its as-of date.",
                    "Write the group (?<asOf>\\d{8}) into name, map as_of_date, or write slot: FILE.");
        }
    }

    private void checkGuards() {
        feed.block("guards").ifPresent(guards -> {
            double hold = rate(guards, "rejectRateHold", 0.02);
            double refuse = rate(guards, "rejectRateRefuse", 0.10);
            if (hold > refuse) {
                String key = guards.has("rejectRateHold") ? "rejectRateHold" : "rejectRateRefuse";
                guards.fault(
                        key,
                        "A file would be refused at " + refuse + " before it is held at " + hold + ".",
                        "Write a rejectRateHold that is no larger than rejectRateRefuse.");
            }
        });
    }

    private static double rate(Block guards, String key, double otherwise) {
        try {
            return guards.text(key).map(Double::parseDouble).orElse(otherwise);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}

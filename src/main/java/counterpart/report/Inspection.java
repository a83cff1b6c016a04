package counterpart.report;

import counterpart.measure.Status;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The checks that an edition must pass before it is issued. Each fault is a sentence; one fault blocks the edition. */
public final class Inspection {
    private static final List<String> SECTIONS = List.of(
            "Decisions asked of the committee",
            "Successes",
            "Emerging trends",
            "Needs attention",
            "Since last month",
            "How far to trust the newest numbers");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
    private static final Pattern PLACES = Pattern.compile("Page \\d+ of \\d+|p\\. 2|\\(page 2\\)");
    private static final Pattern UNREADABLE = Pattern.compile("[\uFFFD\uE000-\uF8FF\uFB00-\uFB06]");
    private static final int LONGEST_ALT = 300;
    private static final int SHORTEST_ALT = 20;
    private static final long LARGEST_FILE = 1_000_000;
    private static final int MOST_PAGES = 9;

    private final PrintedPages pages;
    private final Facts facts;
    private final List<String> faults = new ArrayList<>();

    private Inspection(PrintedPages pages, Facts facts) {
        this.pages = pages;
        this.facts = facts;
    }

    /** The faults of an edition; none when it may be issued. */
    public static List<String> faults(PrintedPages pages, Facts facts) {
        Inspection inspection = new Inspection(pages, facts);
        inspection.inspectFile();
        inspection.inspectStructure();
        inspection.inspectText();
        inspection.inspectNumbers();
        return List.copyOf(inspection.faults);
    }

    private void inspectFile() {
        int count = pages.sizes().size();
        refuse(count < 2 || count > MOST_PAGES, "it has " + count + " pages, not 2 to " + MOST_PAGES);
        for (PrintedPages.Size size : pages.sizes()) {
            boolean isLetter = Math.abs(size.width() - 612) < 0.5 && Math.abs(size.height() - 792) < 0.5;
            refuse(!isLetter, "a page measures " + size.width() + " x " + size.height() + " points, not 612 x 792");
        }
        refuse(pages.fonts().isEmpty(), "no page has a font");
        for (PrintedPages.Font font : pages.fonts()) {
            refuse(!font.embedded(), "the font " + font.name() + " is not embedded");
            refuse(!font.subset(), "the font " + font.name() + " is not reduced to the characters used");
            refuse(!font.readable(), "the font " + font.name() + " does not say which characters it shows");
        }
        refuse(pages.smallestText() < 7.95, "a text of " + pages.smallestText() + " points is smaller than 8");
        refuse(pages.isTransparent(), "it holds transparent colors");
        refuse(pages.bytes() >= LARGEST_FILE, "it has " + pages.bytes() + " bytes, not under " + LARGEST_FILE);
    }

    private void inspectStructure() {
        refuse(pages.language().isBlank(), "it names no language");
        refuse(pages.title().isBlank(), "it has no title");
        refuse(!pages.showsTitle(), "it does not ask readers to show its title");
        refuse(!pages.isTagged(), "it is not tagged");
        refuse(
                pages.headings().stream().filter("H1"::equals).count() != 1,
                "it does not have exactly one main heading");
        int level = 0;
        for (String heading : pages.headings()) {
            int next = heading.charAt(1) - '0';
            refuse(next > level + 1, "a heading of level " + next + " follows one of level " + level);
            level = next;
        }
        for (String alt : pages.pictures()) {
            boolean isUsable = alt.length() >= SHORTEST_ALT && alt.length() <= LONGEST_ALT;
            refuse(!isUsable, "a picture is described by '" + alt + "', which is not 20 to 300 characters");
        }
        refuse(pages.headerCellsWithoutScope() > 0, "a table's heading does not say which cells it heads");
        refuse(pages.deadLinks() > 0, "a link has no description or leads nowhere");
        refuse(pages.bookmarks().size() < 2, "not every page message has a bookmark");
        refuse(pages.tables() < 2 || pages.tables() > pages.sizes().size() + 1, "a column was tagged as a table");
    }

    private void inspectText() {
        String all = String.join("\n", pages.texts());
        refuse(UNREADABLE.matcher(all).find(), "it holds characters that cannot be read out");
        String first = packed(page(0));
        int from = 0;
        for (String section : SECTIONS) {
            int at = first.indexOf(packed(section), from);
            refuse(at < 0, "page 1 lacks the section '" + section + "' or has it out of order");
            from = Math.max(from, at);
        }
        for (int i = 0; i < pages.texts().size(); i++) {
            String text = packed(page(i));
            String number = packed("Page " + (i + 1) + " of " + pages.texts().size());
            boolean hasFoot = text.contains("Confidential")
                    && text.contains(packed("Data as of " + NumberFormats.day(facts.asOf())))
                    && text.contains(number);
            refuse(!hasFoot, "page " + (i + 1) + " lacks confidentiality, date of the data or page number");
        }
        Set<String> found = new LinkedHashSet<>(PrivacyScan.identifiers(all));
        facts.sentences().forEach(sentence -> found.addAll(PrivacyScan.findings(sentence.text())));
        facts.labels().values().forEach(label -> found.addAll(PrivacyScan.findings(label)));
        found.forEach(what -> refuse(true, "it shows " + what));
    }

    private void inspectNumbers() {
        Set<String> known = new LinkedHashSet<>();
        facts.printed().forEach(text -> known.addAll(numbers(text)));
        for (String number : numbers(PLACES.matcher(page(0)).replaceAll(" "))) {
            refuse(!known.contains(number), "the number " + number + " on page 1 is in no fact");
        }
        long scored =
                facts.statuses().values().stream().mapToLong(Long::longValue).sum();
        refuse(
                scored != facts.measures().size(),
                scored + " statuses were counted for " + facts.measures().size() + " measures");
        refuse(
                !packed(page(pages.texts().size() - 1)).contains(packed(facts.printedHash())),
                "the last page does not bear the hash of the facts");
        facts.measures().forEach(this::inspectMeasure);
    }

    private void inspectMeasure(Facts.MeasureFact measure) {
        String title = packed(measure.title());
        String first = packed(page(0));
        String rest = packed(String.join(
                "",
                pages.texts()
                        .subList(
                                Math.min(1, pages.texts().size()), pages.texts().size())));
        refuse(!rest.contains(title), "the scorecard lacks '" + measure.title() + "'");
        refuse(!rest.contains(packed(measure.value())), "the scorecard lacks the value of '" + measure.title() + "'");
        refuse(
                measure.hasTile() && !(first.contains(title) && first.contains(packed(measure.value()))),
                "the tile of '" + measure.title() + "' does not show the value of the scorecard");
        boolean isOff = measure.status().equals(Status.OFF_TARGET.name());
        boolean isNamed = first.toLowerCase(Locale.ROOT).contains(title.toLowerCase(Locale.ROOT));
        refuse(isOff && !isNamed, "'" + measure.title() + "' is off target and page 1 does not name it");
        List<String> described = pages.pictures().stream()
                .filter(alt -> alt.contains(measure.title()))
                .toList();
        refuse(described.isEmpty(), "no picture describes '" + measure.title() + "'");
        refuse(
                described.stream().anyMatch(alt -> !alt.contains(measure.value()) || !alt.contains(measure.target())),
                "a picture of '" + measure.title() + "' is described with another value or target");
    }

    private void refuse(boolean isFault, String fault) {
        if (isFault) {
            faults.add(fault);
        }
    }

    private String page(int index) {
        return index >= 0 && index < pages.texts().size() ? pages.texts().get(index) : "";
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new LinkedHashSet<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(matcher.group().replaceAll(",+$", ""));
        }
        return numbers;
    }

    /** A text without spaces and line ends, which the page's columns place anew. */
    private static String packed(String text) {
        return text.replaceAll("[\\s\u00a0]+", "");
    }
}

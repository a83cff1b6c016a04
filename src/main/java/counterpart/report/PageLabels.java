package counterpart.report;

import java.util.List;
import java.util.Map;

/** The strings of the pages after the first that no rule wrote, by what they are, for the facts. */
final class PageLabels {
    private PageLabels() {}

    /** The scorecard's strings beside the measures' own, which the facts list by themselves. */
    static void scorecard(
            Map<String, String> labels, List<ScorecardPage.Group> groups, List<ScorecardPage.TallyRow> tally) {
        labels.put("scorecard trends", "Last " + MeasureWords.SPARK_MONTHS + " months");
        for (ScorecardPage.Group group : groups) {
            for (ScorecardPage.Row row : group.rows()) {
                labels.put("scorecard row " + row.title(), String.join(" | ", row.unit(), row.basis(), row.note()));
            }
        }
        for (ScorecardPage.TallyRow row : tally) {
            labels.put(
                    "scorecard tally " + row.priority(),
                    String.join(" | ", row.on(), row.near(), row.off(), row.notScored()));
        }
    }

    static void signals(Map<String, String> labels, SignalsPage page) {
        labels.put("signals introduction", page.introduction());
        for (SignalsPage.Panel panel : page.panels()) {
            String words = String.join(
                    " | ",
                    panel.subtitle(),
                    panel.variationWords(),
                    panel.variationRule(),
                    panel.assuranceWords(),
                    panel.target());
            labels.put("signals chart " + panel.score().definition().name(), words);
        }
        for (SignalsPage.Row row : page.rows()) {
            String words = String.join(" | ", row.latest(), row.target(), row.average(), row.range(), row.advice());
            labels.put("signals row " + row.title(), words);
        }
    }

    static void service(Map<String, String> labels, ServicePage page) {
        labels.put("service introduction", page.introduction());
        labels.put("service calendar", page.calendar().alt());
        for (ServicePage.FeedRow row : page.feeds()) {
            String words = String.join(
                    " | ",
                    row.due(),
                    row.onTime(),
                    row.late(),
                    row.missing(),
                    row.came(),
                    row.loaded(),
                    row.held(),
                    row.refused(),
                    row.accepted());
            labels.put("service feed " + row.name(), words);
        }
        for (ServicePage.BooksRow row : page.books()) {
            String words = String.join(
                    " | ",
                    row.title(),
                    row.compared(),
                    row.matched(),
                    row.rate(),
                    row.open(),
                    row.dollars(),
                    row.oldest());
            labels.put("service reconciliation " + row.title(), words);
        }
        for (ServicePage.DenialRow row : page.denials()) {
            labels.put(
                    "service denials " + row.reason(),
                    String.join(" | ", row.claims(), row.percent(), row.cumulative()));
        }
        labels.put("service denials note", page.denialsNote());
        for (ServicePage.OriginRow row : page.origins()) {
            labels.put("service input " + row.what(), String.join(" | ", row.byPartner()));
        }
    }

    static void registers(Map<String, String> labels, RegistersPage page) {
        labels.put("registers introduction", page.introduction());
        labels.put("registers left out", page.leftOut());
        for (Decisions.Asked asked : page.decisions()) {
            labels.put("registers decision " + asked.number(), asked.sentence().text() + " | " + asked.whyNow());
        }
        page.actions().forEach(row -> labels.put("registers action " + row.key(), words(row)));
        for (int i = 0; i < page.incidents().size(); i++) {
            labels.put("registers incident " + (i + 1), words(page.incidents().get(i)));
        }
    }

    private static String words(RegistersPage.Row row) {
        return String.join(" | ", row.key(), row.what(), row.owner(), row.due(), row.age(), row.status());
    }

    static void notes(Map<String, String> labels, NotesPage page) {
        for (int i = 0; i < page.notes().size(); i++) {
            labels.put("note " + (i + 1), page.notes().get(i));
        }
        for (NotesPage.Definition row : page.definitions()) {
            labels.put(
                    "definition " + row.title(), String.join(" | ", row.numerator(), row.denominator(), row.month()));
        }
    }
}

package counterpart.report;

import java.util.Map;

/** The strings of the pages after the first that no rule wrote, by what they are, for the facts. */
final class PageLabels {
    private PageLabels() {}

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
}

package counterpart.measure;

import java.util.Locale;

/** The page docs/measures.md, written from the definitions. */
final class MeasuresPage {
    private MeasuresPage() {}

    static String text() {
        StringBuilder page = new StringBuilder("""
                # Measures

                Generated from `counterpart.measure.Measures`; do not edit. Each measure is one file
                `src/main/resources/sql/measure/<name>.sql` and one definition.

                A value stands against its target after rounding to the digits that the page shows. A value behind which
                there are 1 to 10 people, claims or scripts is not shown. Cost months are scored after the run-out that
                the partnership sets; younger months are shown as incomplete. A month counts only when the files in the books
                tell all its days: one before the first file has no value, one with a week missing is never scored.
                """);
        for (MeasureDefinition measure : Measures.all()) {
            page.append("\n## ").append(measure.title()).append("\n\n");
            line(page, "Name", "`" + measure.name() + "`");
            line(page, "Unit", measure.unitText());
            line(page, "Better", words(measure.direction().name()));
            line(page, "Numerator", measure.numerator());
            line(page, "Denominator", measure.denominator());
            line(page, "Left out", measure.exclusions());
            line(page, "Basis", measure.basis());
            line(page, "Waits for run-out", measure.needsRunOut() ? "yes" : "no");
            line(page, "Source", measure.source());
        }
        return page.toString();
    }

    private static void line(StringBuilder page, String name, String value) {
        page.append("- **").append(name).append("**: ").append(value).append('\n');
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace("_is_better", "").replace('_', ' ');
    }
}

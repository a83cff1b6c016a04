package counterpart.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The page docs/measures.md, written from the definitions. */
final class MeasuresPage {
    private MeasuresPage() {}

    static String text() {
        StringBuilder page = new StringBuilder("""
                # Measures

                Generated from `counterpart.measure.Measures`; do not edit. Each measure is one file
                `src/main/resources/sql/measure/<name>.sql` and one definition.

                A value stands against its target after rounding to the digits that the page shows.

                **Run-out.** A cost or care month is scored after the full months of run-out that the partnership sets
                (`runOutMonths`), and only when at least 95 % of it is reported. Measures that say so are completed: what
                is reported is divided by the share that the last twelve months that reached the same age had reported
                by then, from the claims' own lag triangle in full months. Younger months are shown as estimates, unless
                less than 80 % of them is reported; they are never scored and never charted. It takes a history of more
                than twelve months; with less, values stand as reported. Measures that follow a person for some days wait
                for these days first.

                **Few people.** A value behind which there are 1 to 10 people, claims or scripts is not shown, nor one
                that would give such a count away; zero may be shown. Counts of files, rows and breaks say nothing of
                anybody's health and are shown.

                **Reach.** A month counts only when the files in the books tell all its days: one before the first file
                has no value, one with a week missing is never scored. A measure that is not scored says why.

                **Charts.** Limits are the mean plus and minus 2.66 mean moving ranges, moving ranges of 3.267 times
                their mean left out once; 12 months make provisional limits, 24 firm ones, 6 an average. Special causes,
                in this order: a month outside a limit; seven rising or falling; two of three beyond two thirds of the
                way to a limit; seven on one side of the average. Rolling windows and months of fewer than 50 are not
                charted; of files and breaks, the failures of such months are charted instead, and where 95 % or more
                succeed the chart shows the share that failed. A joint decision (`rebase`) begins a chart anew once seven
                months follow it.
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
            line(page, "Judged", handling(measure));
            line(page, "Source", measure.source());
        }
        return page.toString();
    }

    private static String handling(MeasureDefinition measure) {
        Handling handling = measure.handling();
        List<String> words = new ArrayList<>();
        words.add(handling.lag() == null ? "as reported" : "completed by its lag");
        if (handling.followUpDays() > 0) {
            words.add("followed for " + handling.followUpDays() + " days");
        }
        if (handling.fewestScored() > 0) {
            words.add("scored from " + handling.fewestScored() + " in the denominator");
        }
        words.add(handling.isCharted() ? "charted" : "never charted");
        words.add(handling.countsPeople() ? "few hidden" : "never hidden");
        return String.join(", ", words);
    }

    private static void line(StringBuilder page, String name, String value) {
        page.append("- **").append(name).append("**: ").append(value).append('\n');
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace("_is_better", "").replace('_', ' ');
    }
}

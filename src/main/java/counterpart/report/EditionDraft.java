package counterpart.report;

/**
 * An edition composed but not printed.
 *
 * @param title the document's title
 * @param confidentiality the words at the foot of every page
 */
public record EditionDraft(
        String title, String confidentiality, SummaryPage summary, ScorecardPage scorecard, Facts facts) {
    /** Composes the pages of one scorecard; the same briefing gives the same draft. */
    public static EditionDraft of(Briefing briefing) {
        return new Composition(briefing).draft();
    }
}

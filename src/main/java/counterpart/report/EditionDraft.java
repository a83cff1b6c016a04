package counterpart.report;

/**
 * An edition composed but not printed.
 *
 * @param title the document's title
 * @param confidentiality the words at the foot of every page
 */
public record EditionDraft(
        String title, String confidentiality, SummaryPage summary, ScorecardPage scorecard, Facts facts) {
    /** Cards of a kind for which page 1 has room when their words are few. */
    public static final int MOST_CARDS = 3;

    /** Composes the pages of one scorecard; the same briefing gives the same draft. */
    public static EditionDraft of(Briefing briefing) {
        return of(briefing, MOST_CARDS);
    }

    /**
     * Composes the pages with fewer cards, for when wordy ones would push page 1 over its end. A measure that is off
     * target and loses its card is still named.
     */
    public static EditionDraft of(Briefing briefing, int cards) {
        return new Composition(briefing, cards).draft();
    }
}

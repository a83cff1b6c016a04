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
        return of(briefing, Room.full());
    }

    /**
     * Composes the pages with less on page 1, for when wordy cards would push it over its end. A measure that is off
     * target and loses its card is still named.
     */
    public static EditionDraft of(Briefing briefing, Room room) {
        return new Composition(briefing, room).draft();
    }
}

package counterpart.report.pdf;

import counterpart.report.EditionDraft;
import counterpart.report.ScorecardPage;
import counterpart.report.Sentence;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Lengths that the style sheet cannot know: how high the tiles' heads are so that their values stand on one line, and
 * where a long scorecard goes on to the next page with its heading. Lengths are points.
 */
public final class PageLayout {
    private final PageFonts fonts;
    private final EditionDraft draft;
    private final Tightness summary;
    private final Tightness scorecard;
    private final TileFit tiles;
    private final SummaryFit fit;

    PageLayout(PageFonts fonts, EditionDraft draft, Tightness summary, Tightness scorecard) {
        this.fonts = fonts;
        this.draft = draft;
        this.summary = summary;
        this.scorecard = scorecard;
        this.tiles = new TileFit(fonts, draft.summary().tiles());
        this.fit = new SummaryFit(fonts, draft.summary(), summary);
    }

    /** The class of page 1. */
    public String summaryClass() {
        return "sheet " + summary.cssClass("summary");
    }

    /** The class of the scorecard's pages. */
    public String scorecardClass() {
        return "page " + scorecard.cssClass("scorecard");
    }

    /** Numbers of the empty places to the right of so few tiles that they would grow too wide. */
    public List<Integer> spareTiles() {
        int shown = draft.summary().tiles().size();
        return IntStream.range(shown, tiles.places()).boxed().toList();
    }

    /** Room for the longest of the tiles' titles. */
    public String tileTitleHeight() {
        return "height: " + Drawing.n(tiles.title()) + "pt";
    }

    /** Room for the longest of the tiles' units with their basis. */
    public String tileNoteHeight() {
        return "height: " + Drawing.n(tiles.note()) + "pt";
    }

    /** The width of one of the three columns of page 1. */
    public String columnWidth(int column) {
        return width(fit.columnWidths().get(column));
    }

    /** The width of one of the two boxes at the foot of page 1. */
    public String halfWidth(int half) {
        return width(fit.halfWidths().get(half));
    }

    /** A card's words, cut so that the reference never stands alone on a line. */
    public CardText card(Sentence card) {
        return CardText.of(card);
    }

    /** A text in plain weight, cut in the same way. */
    public CardText plain(String text) {
        return CardText.of(Sentence.of("plain", text, Map.of()));
    }

    private static String width(double points) {
        return "width: " + Drawing.n(points) + "pt";
    }

    /** The scorecard's groups, cut into pages where they do not fit one. */
    public List<List<ScorecardPage.Group>> sheets() {
        return new ScorecardFit(fonts, draft.scorecard()).sheets(scorecard);
    }
}

package counterpart.report.pdf;

import counterpart.report.EditionDraft;
import counterpart.report.ScorecardPage;
import counterpart.report.Sentence;
import counterpart.report.SignalsPage;
import java.util.EnumMap;
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
    private final Map<EditionDraft.Part, Integer> starts;
    private final TileFit tiles;
    private final SummaryFit fit;

    /**
     * @param starts the number of each part's first page, in the order of the parts; {@link #foretold} has a good guess
     */
    PageLayout(
            PageFonts fonts,
            EditionDraft draft,
            Tightness summary,
            Tightness scorecard,
            Map<EditionDraft.Part, Integer> starts) {
        this.fonts = fonts;
        this.draft = draft;
        this.summary = summary;
        this.scorecard = scorecard;
        this.starts = Map.copyOf(starts);
        this.tiles = new TileFit(fonts, draft.summary().tiles());
        this.fit = new SummaryFit(fonts, draft.summary(), summary);
    }

    /** Where each part begins if the summary fits its page and no part but the scorecard takes two. */
    static Map<EditionDraft.Part, Integer> foretold(PageFonts fonts, EditionDraft draft, Tightness scorecard) {
        Map<EditionDraft.Part, Integer> starts = new EnumMap<>(EditionDraft.Part.class);
        int next = 2;
        for (EditionDraft.Part part : draft.parts()) {
            starts.put(part, next);
            next += part == EditionDraft.Part.SCORECARD
                    ? new ScorecardFit(fonts, draft.scorecard()).pages(scorecard)
                    : 1;
        }
        return starts;
    }

    /** A place on a later page of which page 1 speaks. */
    public record Reference(String href, String title, String words) {}

    /** Where a measure's card leads: to its chart, else to its row. */
    public Reference reference(String measure) {
        SignalsPage page = draft.signals();
        boolean hasChart = page != null
                && signals().page().panels().stream()
                        .anyMatch(panel -> panel.score().definition().name().equals(measure));
        if (hasChart) {
            return reference("#x-" + measure, "Go to the chart of " + measure, start(EditionDraft.Part.SIGNALS));
        }
        return row(measure);
    }

    /** The row of a measure, on whichever page of the scorecard it stands. */
    public Reference row(String measure) {
        List<List<ScorecardPage.Group>> sheets = sheets();
        int sheet = IntStream.range(0, sheets.size())
                .filter(at -> sheets.get(at).stream()
                        .flatMap(group -> group.rows().stream())
                        .anyMatch(row -> row.score().definition().name().equals(measure)))
                .findFirst()
                .orElse(0);
        return reference("#m-" + measure, "Go to the row of " + measure, start(EditionDraft.Part.SCORECARD) + sheet);
    }

    /** Where a part begins. */
    public Reference reference(EditionDraft.Part part) {
        return reference("#" + part.anchor(), "Go to " + part.title(), start(part));
    }

    /** Whether a part is the last, which bears the edition's identity. */
    public boolean isLast(String anchor) {
        List<EditionDraft.Part> parts = draft.parts();
        return parts.get(parts.size() - 1).anchor().equals(anchor);
    }

    private static Reference reference(String href, String title, int page) {
        return new Reference(href, title + " on page " + page, "p.\u00a0" + page);
    }

    private int start(EditionDraft.Part part) {
        return starts.getOrDefault(part, 2);
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

    /** The page of signals, with as many charts as fit it. */
    public SignalsFit signals() {
        SignalsPage page = draft.signals();
        if (page == null) {
            throw new IllegalStateException("this edition has no page of signals");
        }
        return SignalsFit.of(fonts, page);
    }

    /** The scorecard's groups, cut into pages where they do not fit one. */
    public List<List<ScorecardPage.Group>> sheets() {
        return new ScorecardFit(fonts, draft.scorecard()).sheets(scorecard);
    }
}

package counterpart.report.pdf;

import counterpart.report.Sentence;
import java.util.List;

/**
 * A card's words as the page sets them: a bold head, a detail, and the last word, which stays on one line with the
 * reference behind it so that no line holds the reference alone.
 *
 * @param detail begins with a space; empty without a detail
 * @param isLastBold whether the last word belongs to the head
 */
public record CardText(String head, String detail, String last, boolean isLastBold) {
    /** What stands behind a card: a non-breaking space and the page. */
    static final String REFERENCE = "\u00a0p.\u00a02";

    static CardText of(Sentence card) {
        String text = card.detail().isEmpty() ? card.head() : card.detail();
        int cut = text.lastIndexOf(' ') + 1;
        String before = text.substring(0, cut);
        return card.detail().isEmpty()
                ? new CardText(before, "", text.substring(cut), true)
                : new CardText(card.head(), " " + before, text.substring(cut), false);
    }

    /** The same words for measuring. */
    List<PageFonts.Run> runs() {
        PageFonts.Run end = new PageFonts.Run(last + REFERENCE, isLastBold ? 700 : 400);
        if (head.isBlank()) {
            return List.of(end);
        }
        PageFonts.Run bold = new PageFonts.Run(head, 700);
        return detail.isBlank() ? List.of(bold, end) : List.of(bold, new PageFonts.Run(detail, 400), end);
    }
}

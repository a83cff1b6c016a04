package counterpart.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edition composed but not printed.
 *
 * @param title the document's title
 * @param confidentiality the words at the foot of every page
 * @param signals none where the partnership leaves this page out, as with those that follow
 */
public record EditionDraft(
        String title,
        String confidentiality,
        SummaryPage summary,
        ScorecardPage scorecard,
        @Nullable SignalsPage signals,
        @Nullable ServicePage service,
        @Nullable RegistersPage registers,
        @Nullable NotesPage notes,
        Facts facts) {
    /** The parts after the summary that this edition has, in their order. */
    public enum Part {
        SCORECARD("scorecard", "Balanced scorecard"),
        SIGNALS("signals", "Signals"),
        SERVICE("service", "Service and data exchange"),
        REGISTERS("registers", "Decisions, actions, incidents"),
        NOTES("notes", "Data notes and definitions");

        private final String anchor;
        private final String title;

        Part(String anchor, String title) {
            this.anchor = anchor;
            this.title = title;
        }

        /** The name under which a page is linked. */
        public String anchor() {
            return anchor;
        }

        /** As bookmarks name it. */
        public String title() {
            return title;
        }
    }

    /** The parts behind the summary, in the order in which they are printed. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>(List.of(Part.SCORECARD));
        if (signals != null) {
            parts.add(Part.SIGNALS);
        }
        if (service != null) {
            parts.add(Part.SERVICE);
        }
        if (registers != null) {
            parts.add(Part.REGISTERS);
        }
        if (notes != null) {
            parts.add(Part.NOTES);
        }
        return parts;
    }

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

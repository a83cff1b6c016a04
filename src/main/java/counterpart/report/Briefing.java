package counterpart.report;

import counterpart.measure.Scorecard;
import counterpart.partner.Partner;
import counterpart.partner.Partnership;

/** Everything that an edition is composed from. */
public record Briefing(Scorecard scorecard, Partnership partnership, Partner left, Partner right, Registers registers) {
    public Briefing {
        if (!scorecard.partnership().equals(partnership.id())) {
            throw new IllegalArgumentException(
                    "the scorecard is of " + scorecard.partnership() + ", not of " + partnership.id());
        }
        if (!left.id().equals(partnership.left()) || !right.id().equals(partnership.right())) {
            throw new IllegalArgumentException("the two partners are not the sides of " + partnership.id());
        }
    }
}

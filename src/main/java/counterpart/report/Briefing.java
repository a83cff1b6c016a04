package counterpart.report;

import counterpart.measure.Scorecard;
import counterpart.partner.Partner;
import counterpart.partner.Partnership;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an edition is composed from.
 *
 * @param previous the scorecard of the revision that this one takes the place of; none for a first issue
 */
public record Briefing(
        Scorecard scorecard,
        Partnership partnership,
        Partner left,
        Partner right,
        Registers registers,
        @Nullable Scorecard previous) {
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

package counterpart.books;

import counterpart.model.FeedId;
import counterpart.model.LoadId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One load that counts. At most one load is active in a feed's slot.
 *
 * @param slot as-of date, period or file id, as the feed declares
 * @param mode FULL, CHG or HIST
 * @param asOf day to whose end the load describes its feed
 * @param periodFrom first adjudication day of claims
 */
public record ActiveLoad(
        LoadId load,
        FeedId feed,
        String slot,
        String mode,
        LocalDate asOf,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        long rows) {}

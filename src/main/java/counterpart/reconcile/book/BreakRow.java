package counterpart.reconcile.book;

import counterpart.model.PartnershipId;
import counterpart.reconcile.Break;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A break as its row in {@code break_ledger.parquet}; component names in snake case are the columns. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record BreakRow(
        String breakId,
        String partnershipId,
        String reconciliation,
        String entityKey,
        String attribute,
        String category,
        @Nullable String leftValue,
        @Nullable String rightValue,
        long impactCents,
        String status,
        int episode,
        LocalDate firstSeen,
        LocalDate lastSeen,
        @Nullable LocalDate closedOn,
        @Nullable String cause,
        @Nullable String serviceMonth) {
    static BreakRow of(PartnershipId partnership, Break one) {
        return new BreakRow(
                one.id(),
                partnership.value(),
                one.what().reconciliation(),
                one.what().entityKey(),
                one.what().attribute(),
                one.what().category(),
                one.what().leftValue(),
                one.what().rightValue(),
                one.what().impactCents(),
                one.status().name(),
                one.episode(),
                one.firstSeen(),
                one.lastSeen(),
                one.closedOn(),
                one.what().cause(),
                one.what().serviceMonth());
    }
}

package counterpart.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One service line of one version of a medical claim; it belongs to the claim with the same id and version. Amounts are
 * absent where the partner states only those of the claim.
 */
public record ClaimLine(
        long rowNumber,
        String claimId,
        Integer claimVersion,
        Integer lineNumber,
        String lineStatus,
        LocalDate fromDate,
        @Nullable LocalDate thruDate,
        @Nullable String revenueCode,
        @Nullable String procedureCode,
        @Nullable String modifier,
        @Nullable String placeOfService,
        @Nullable Double units,
        @Nullable Long billedCents,
        @Nullable Long allowedCents,
        @Nullable Long paidCents,
        @Nullable Long deductibleCents,
        @Nullable Long copayCents,
        @Nullable Long coinsuranceCents,
        @Nullable Long cobPaidCents,
        @Nullable Long noncoveredCents,
        @Nullable String adjustmentReasons)
        implements BookRow {}

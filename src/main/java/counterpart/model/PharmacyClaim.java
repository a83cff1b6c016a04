package counterpart.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One prescription transaction. A B1 bills, a B2 reverses an earlier B1 with negated amounts; scripts are counted after
 * the two are netted. An approved reversal carries status A, so nothing may be filtered by status P alone.
 */
public record PharmacyClaim(
        long rowNumber,
        String claimId,
        String transactionCode,
        String transactionStatus,
        @Nullable String originalClaimId,
        String memberId,
        @Nullable String personCode,
        @Nullable String groupId,
        @Nullable String planCode,
        @Nullable String lineOfBusiness,
        String pharmacyId,
        @Nullable String prescriberId,
        String prescriptionNumber,
        @Nullable Integer fillNumber,
        LocalDate serviceDate,
        LocalDate adjudicatedDate,
        @Nullable LocalDate paidDate,
        String ndc,
        @Nullable String drugName,
        @Nullable String brandGeneric,
        @Nullable Boolean overTheCounter,
        @Nullable String channel,
        @Nullable Double quantity,
        @Nullable Integer daysSupply,
        @Nullable Boolean compound,
        @Nullable String dispenseAsWritten,
        @Nullable Long ingredientCostCents,
        @Nullable Long dispensingFeeCents,
        @Nullable Long salesTaxCents,
        @Nullable Long incentiveCents,
        @Nullable Long otherPaidCents,
        @Nullable Long patientPayCents,
        @Nullable Long deductibleCents,
        @Nullable Long copayCents,
        @Nullable Long coinsuranceCents,
        @Nullable Long otherPayerCents,
        Long planPaidCents)
        implements BookRow {}

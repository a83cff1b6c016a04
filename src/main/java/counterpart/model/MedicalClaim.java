package counterpart.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of a medical claim as adjudicated. Version 0 is the first adjudication. Amounts are signed: a reversal
 * carries the negated amounts of the version that it cancels, so a claim's net is the sum of its versions.
 */
public record MedicalClaim(
        long rowNumber,
        String claimId,
        Integer claimVersion,
        String adjustmentType,
        @Nullable String frequencyCode,
        @Nullable String originalClaimId,
        String claimStatus,
        String claimType,
        String memberId,
        @Nullable String subscriberId,
        @Nullable String groupId,
        @Nullable String planCode,
        @Nullable String lineOfBusiness,
        @Nullable String billingNpi,
        @Nullable String renderingNpi,
        @Nullable String facilityNpi,
        @Nullable String billType,
        @Nullable String placeOfService,
        LocalDate fromDate,
        @Nullable LocalDate thruDate,
        @Nullable LocalDate admitDate,
        @Nullable LocalDate dischargeDate,
        @Nullable String dischargeStatus,
        @Nullable String drg,
        @Nullable String principalDiagnosis,
        @Nullable LocalDate receivedDate,
        LocalDate adjudicatedDate,
        @Nullable LocalDate paidDate,
        @Nullable Long billedCents,
        @Nullable Long allowedCents,
        Long paidCents,
        @Nullable Long deductibleCents,
        @Nullable Long copayCents,
        @Nullable Long coinsuranceCents,
        @Nullable Long cobPaidCents,
        @Nullable Long noncoveredCents,
        @Nullable Boolean cleanClaim,
        @Nullable Boolean capitated,
        @Nullable String adjustmentReasons)
        implements BookRow {}

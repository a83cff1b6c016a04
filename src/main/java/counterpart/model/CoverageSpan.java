package counterpart.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One person covered under one plan for one span of days. Both dates are inclusive: the termination date is the last
 * covered day, and none means open. A termination on the day before the effective date says "never effective".
 */
public record CoverageSpan(
        long rowNumber,
        String memberId,
        String subscriberId,
        @Nullable String personCode,
        String relationship,
        String lastName,
        String firstName,
        LocalDate birthDate,
        String gender,
        @Nullable String ssn,
        @Nullable String state,
        @Nullable String zip,
        String groupId,
        String planCode,
        String coverageType,
        @Nullable String coverageTier,
        @Nullable String lineOfBusiness,
        LocalDate effectiveDate,
        @Nullable LocalDate terminationDate,
        @Nullable LocalDate deathDate,
        @Nullable Boolean disabled,
        @Nullable String maintenanceType,
        @Nullable String pcpNpi)
        implements BookRow {}

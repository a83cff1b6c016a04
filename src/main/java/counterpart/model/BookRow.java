package counterpart.model;

/**
 * A row of the books, shaped as it is stored. A component is one column: its name in snake case, its type as follows.
 * {@code String}, {@code LocalDate}, {@code Integer}, {@code Boolean}; {@code Long} named {@code ...Cents} is money in
 * whole cents; {@code Double} is a quantity. A component without {@code @Nullable} is required by the product: a row
 * that lacks it is rejected, whatever the layout says.
 */
public sealed interface BookRow permits CoverageSpan, MedicalClaim, ClaimLine, PharmacyClaim {
    /** The number of the physical line in the partner's file on which the row began, from 1. */
    long rowNumber();
}

package counterpart.model;

import java.util.Locale;

/** The tables of the books that partners' rows go into. */
public enum BookTable {
    COVERAGE_SPAN(CoverageSpan.class),
    MEDICAL_CLAIM(MedicalClaim.class),
    CLAIM_LINE(ClaimLine.class),
    PHARMACY_CLAIM(PharmacyClaim.class);

    private final Class<? extends BookRow> rowType;

    BookTable(Class<? extends BookRow> rowType) {
        this.rowType = rowType;
    }

    /** The record that is one row of this table. */
    public Class<? extends BookRow> rowType() {
        return rowType;
    }

    /** The name of the table in SQL and of its file in a load, for example {@code coverage_span}. */
    public String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

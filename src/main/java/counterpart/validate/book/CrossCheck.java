package counterpart.validate.book;

import counterpart.model.BookTable;
import counterpart.validate.Edit;
import counterpart.validate.Edits;
import java.util.List;

/**
 * One check across rows and files: an edit and the statement that finds what breaks it.
 *
 * @param file name of its SQL file in {@code sql/validate}
 * @param table where there must be staged rows for the check to say anything
 * @param needsCoverage whether it means nothing for a partner whose eligibility we do not have
 * @param silent whether its rows carry no finding of their own, because an earlier one stands for them
 */
record CrossCheck(Edit edit, String file, BookTable table, boolean needsCoverage, boolean silent) {
    /** In order: rejections first, so that what they reject is told nothing more. */
    static final List<CrossCheck> ALL = List.of(
            within(Edits.M201, "find_repeated_claims", BookTable.MEDICAL_CLAIM),
            new CrossCheck(Edits.M201, "find_lines_of_rejected_claims", BookTable.CLAIM_LINE, false, true),
            within(Edits.M201, "find_repeated_lines", BookTable.CLAIM_LINE),
            within(Edits.E109, "find_orphan_dependants", BookTable.COVERAGE_SPAN),
            within(Edits.E110, "find_overlapping_spans", BookTable.COVERAGE_SPAN),
            within(Edits.E111, "find_coverage_gaps", BookTable.COVERAGE_SPAN),
            within(Edits.E112, "find_twin_members", BookTable.COVERAGE_SPAN),
            within(Edits.E113, "find_changed_identities", BookTable.COVERAGE_SPAN),
            within(Edits.E116, "find_changes_of_strangers", BookTable.COVERAGE_SPAN),
            within(Edits.E117, "find_repeated_additions", BookTable.COVERAGE_SPAN),
            within(Edits.E120, "find_tier_conflicts", BookTable.COVERAGE_SPAN),
            covered(Edits.M205, "find_claims_outside_life", BookTable.MEDICAL_CLAIM),
            covered(Edits.M206, "find_claims_of_unknown_members", BookTable.MEDICAL_CLAIM),
            covered(Edits.M207, "find_claims_without_coverage", BookTable.MEDICAL_CLAIM),
            covered(Edits.M210, "find_gender_conflicts", BookTable.MEDICAL_CLAIM),
            within(Edits.M226, "find_orphan_adjustments", BookTable.MEDICAL_CLAIM),
            within(Edits.M227, "find_broken_chains", BookTable.MEDICAL_CLAIM),
            within(Edits.M228, "find_unequal_reversals", BookTable.MEDICAL_CLAIM),
            within(Edits.M229, "find_double_payments", BookTable.CLAIM_LINE),
            covered(Edits.P314, "find_prescriptions_without_coverage", BookTable.PHARMACY_CLAIM),
            within(Edits.P307, "find_reversals_without_billing", BookTable.PHARMACY_CLAIM),
            within(Edits.P308, "find_repeated_prescriptions", BookTable.PHARMACY_CLAIM));

    private static CrossCheck within(Edit edit, String file, BookTable table) {
        return new CrossCheck(edit, file, table, false, false);
    }

    private static CrossCheck covered(Edit edit, String file, BookTable table) {
        return new CrossCheck(edit, file, table, true, false);
    }
}

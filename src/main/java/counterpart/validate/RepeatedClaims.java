package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.finding.Masks;
import counterpart.finding.Severity;
import counterpart.model.MedicalClaim;
import counterpart.partner.FieldMapping;
import counterpart.partner.FileLayout;
import counterpart.partner.FileLayout.RecordLayout;
import counterpart.partner.FileLayout.RepeatedClaim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is told of a claim that its lines repeat. Rules that reject were asked of each line. */
final class RepeatedClaims {
    private RepeatedClaims() {}

    static List<Finding> warnings(GatheredClaim gathered, FileLayout layout, LocalDate today) {
        MedicalClaim claim = gathered.claim();
        List<Finding> findings = new ArrayList<>();
        for (Rule<MedicalClaim> rule : Rulebook.MEDICAL) {
            boolean asked = rule.edit().severity() != Severity.REJECT_ROW && isMapped(rule.needs(), layout);
            if (asked && rule.isBrokenBy(claim, today)) {
                findings.add(
                        finding(rule.edit(), claim, rule.field(), rule.edit().sentence(), layout));
            }
        }
        addAmounts(LayoutEdits.M240, gathered.contradicted(), claim, layout, findings);
        addAmounts(Edits.M221, gathered.unbalanced(), claim, layout, findings);
        return findings;
    }

    /** Whether some repeated claim of the layout has the fields without which a rule means nothing. */
    private static boolean isMapped(Collection<String> fields, FileLayout layout) {
        return layout.details().stream()
                .map(RecordLayout::claim)
                .anyMatch(claim -> claim != null && claim.mappings().keySet().containsAll(fields));
    }

    private static void addAmounts(
            Edit edit, List<String> amounts, MedicalClaim claim, FileLayout layout, List<Finding> findings) {
        if (!amounts.isEmpty()) {
            String sentence = edit.sentence() + " Different here: " + String.join(", ", amounts) + ".";
            findings.add(finding(edit, claim, amounts.get(0), sentence, layout));
        }
    }

    private static Finding finding(Edit edit, MedicalClaim claim, String field, String sentence, FileLayout layout) {
        return new Finding(
                edit.code(),
                edit.severity(),
                claim.rowNumber(),
                columnOf(field, layout),
                Masks.identifier(claim.claimId()),
                null,
                sentence);
    }

    private static String columnOf(String field, FileLayout layout) {
        for (RecordLayout record : layout.details()) {
            RepeatedClaim claim = record.claim();
            FieldMapping mapping = claim == null ? null : claim.mappings().get(field);
            String source = mapping == null ? null : mapping.source();
            if (source != null) {
                return source;
            }
        }
        return field;
    }
}

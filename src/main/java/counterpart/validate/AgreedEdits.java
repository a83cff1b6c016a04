package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.finding.Severity;
import counterpart.partner.EditTerms;
import counterpart.partner.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The edits as they hold for one feed on one day. */
public final class AgreedEdits {
    private final EditTerms terms;
    private final LocalDate day;

    /** @param day the day on which the file came; a waiver that ended before it does not hold */
    public AgreedEdits(EditTerms terms, LocalDate day) {
        this.terms = terms;
        this.day = day;
    }

    /** The edit with its agreed severity. */
    public Edit of(Edit edit) {
        Severity severity = terms.severityOf(edit.code(), edit.severity(), day);
        return severity == edit.severity() ? edit : edit.with(severity).withRemedy(edit.remedy() + end(edit));
    }

    /** Findings of the rulebook with their agreed severities. */
    public List<Finding> of(List<Finding> findings) {
        return findings.stream().map(this::of).toList();
    }

    private Finding of(Finding finding) {
        Severity severity = terms.severityOf(finding.code(), finding.severity(), day);
        Optional<Waiver> waiver = terms.waiverOf(finding.code(), day);
        return new Finding(
                finding.code(),
                severity,
                finding.line(),
                finding.field(),
                finding.recordKey(),
                finding.maskedValue(),
                finding.sentence() + waiver.map(AgreedEdits::end).orElse(""));
    }

    private String end(Edit edit) {
        return terms.waiverOf(edit.code(), day).map(AgreedEdits::end).orElse("");
    }

    private static String end(Waiver waiver) {
        return " Waived until " + waiver.until() + ".";
    }
}

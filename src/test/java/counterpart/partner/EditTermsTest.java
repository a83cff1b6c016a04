package counterpart.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import counterpart.finding.RuleCode;
import counterpart.finding.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditTermsTest {
    private static final RuleCode ZIP = new RuleCode("E-118");
    private static final RuleCode SSN = new RuleCode("E-104");
    private static final LocalDate END = LocalDate.of(2026, 12, 31);
    private static final EditTerms TERMS = new EditTerms(
            Map.of(SSN, Severity.INFO), List.of(new Waiver(ZIP, END, "J. Doe, Cascadia", "their new system")));

    @Test
    void an_agreed_severity_goes_before_the_rulebooks() {
        assertThat(TERMS.severityOf(SSN, Severity.WARN, END)).isEqualTo(Severity.INFO);
        assertThat(EditTerms.NONE.severityOf(SSN, Severity.WARN, END)).isEqualTo(Severity.WARN);
    }

    @Test
    void a_waiver_holds_to_its_last_day_and_not_a_day_longer() {
        assertThat(TERMS.severityOf(ZIP, Severity.WARN, END)).isEqualTo(Severity.WAIVED);
        assertThat(TERMS.severityOf(ZIP, Severity.WARN, END.plusDays(1))).isEqualTo(Severity.WARN);
    }

    @Test
    void a_waiver_goes_before_an_agreed_severity() {
        EditTerms both = new EditTerms(Map.of(ZIP, Severity.REJECT_ROW), TERMS.waivers());
        assertThat(both.severityOf(ZIP, Severity.WARN, END)).isEqualTo(Severity.WAIVED);
        assertThat(both.severityOf(ZIP, Severity.WARN, END.plusDays(1))).isEqualTo(Severity.REJECT_ROW);
    }

    @Test
    void a_waiver_names_who_approved_it_and_why() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Waiver(ZIP, END, " ", "why"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Waiver(ZIP, END, "who", ""));
    }
}

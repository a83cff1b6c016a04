package counterpart.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyScanTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Call 900-12-3456                    | a social security number",
                "Write to jo.doe@example.net         | an e-mail address",
                "Ring (555) 010-2000 today           | a telephone number",
                "Drug 00071-0155-23 recalled         | a drug code",
                "Member LK0012345678 was denied      | an identifier",
                "Claim 2026100400123 again           | an identifier",
                "3 members waited                    | a count of people or claims from 1 to 10",
                "10 urgent claims were late          | a count of people or claims from 1 to 10",
                "Seven patients were readmitted      | a count of people or claims from 1 to 10",
            })
    void what_points_at_a_person_is_found(String text, String found) {
        assertThat(PrivacyScan.findings(text)).contains(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "About 2,300 extra denials a month; six in ten are later paid.",
                "1,212 members could not be verified for up to 9 hours.",
                "11 members waited",
                "3 files were late and 2 breaks are open",
                "suspend claim edits 114 and 118 by Dec 5, 2026",
                "$1.24 million, 8.9%, 412 of 214,882 rows",
                "3f2a 91bc 77de",
                "suspend two claim edits",
            })
    void ordinary_figures_pass(String text) {
        assertThat(PrivacyScan.findings(text)).isEmpty();
    }
}

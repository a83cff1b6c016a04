package counterpart.validate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.finding.Finding;
import counterpart.partner.FileLayout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundLayoutTest {
    private static final FileLayout LAYOUT = TestLayouts.ledger();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Adjudcated|; the nearest name there is Adjudcated.",
                "PostedOn|; there and not agreed: PostedOn.",
                "=1+1|; there and not agreed: (no plain name).",
                "|.",
            })
    void a_column_that_is_missing_is_told_with_what_may_stand_in_its_place(@Nullable String instead, String told) {
        List<String> heading = new ArrayList<>(agreed());
        assertThat(heading).contains("Adjudicated");
        heading.remove("Adjudicated");
        if (instead != null) {
            heading.add(instead);
        }
        assertThat(BoundLayout.byHeading(LAYOUT, heading).findings())
                .extracting(Finding::sentence)
                .containsExactly("The heading line lacks the column Adjudicated" + told
                        + " Restore the agreed heading, or agree the new one first.");
    }

    @Test
    void nothing_of_a_row_that_stands_in_place_of_the_heading_is_told() {
        List<String> row = List.of("Ortega", "Luis", "Status", "M", "Type", "Ana Maria", "04/17/2015", "x", "y", "z");
        assertThat(BoundLayout.byHeading(LAYOUT, row).findings())
                .isNotEmpty()
                .extracting(Finding::sentence)
                .noneMatch(sentence -> sentence.contains("Ortega") || sentence.contains("Luis"))
                .noneMatch(sentence -> sentence.contains("Ana") || sentence.contains("not agreed"));
    }

    private static List<String> agreed() {
        return List.of(
                "ServiceFrom",
                "ClaimNumber",
                "Version",
                "Action",
                "Type",
                "Member",
                "Adjudicated",
                "Status",
                "PlanPaid");
    }
}

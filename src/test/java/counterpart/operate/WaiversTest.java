package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.finding.RuleCode;
import counterpart.partner.Configuration;
import counterpart.partner.EditTerms;
import counterpart.partner.Feed;
import counterpart.partner.Guards;
import counterpart.partner.Waiver;
import counterpart.validate.TestPartners;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaiversTest {
    private static final LocalDate END = LocalDate.of(2026, 9, 30);

    /** The partners are in Los Angeles: at seven in the morning UTC it is still the day before. */
    @Test
    void a_waiver_that_ended_is_told_in_the_partners_zone_and_once_for_all_feeds() {
        EditTerms terms = new EditTerms(
                Map.of(), List.of(new Waiver(new RuleCode("E-118"), END, "J. Doe, Cascadia", "new system")));
        Configuration configuration = TestPartners.configuration(Guards.DEFAULT, Feed.Absence.HOLD, terms);

        assertThat(Waivers.lines(configuration, at("2026-10-01T06:59:00Z")))
                .contains("lakeshore: the waiver of E-118 holds until 2026-09-30 (J. Doe, Cascadia: new system).")
                .hasSize(2);
        assertThat(Waivers.lines(configuration, at("2026-10-01T07:00:00Z")))
                .contains("lakeshore: the waiver of E-118 ended on 2026-09-30 and applies no more (J. Doe, Cascadia:"
                        + " new system). Remove it, or agree a new end.");
    }

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }
}

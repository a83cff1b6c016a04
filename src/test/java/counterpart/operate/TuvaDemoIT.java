package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The corpus tuva-demo-2023 by configuration only: claims whose lines repeat them, of which institutional ones repeat the
 * amount of the whole claim. The expected figures are SQL over the raw files, written from the corpus's own description.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TuvaDemoIT {
    private static final String ELIGIBILITY = "read_csv('$corpus/eligibility.csv', all_varchar = true)";
    private static final String MEDICAL = "read_csv('$corpus/medical_claim.csv', all_varchar = true)";
    private static final String PHARMACY = "read_csv('$corpus/pharmacy_claim.csv', all_varchar = true)";

    /** One row a claim: an institutional amount once, professional amounts added up. */
    private static final String RAW_CLAIMS = """
            (select
                claim_id,
                any_value(claim_type) as claim_type,
                min(cast(claim_start_date as date)) as from_date,
                case when any_value(claim_type) = 'institutional' then max(cast(paid_amount as decimal(18, 2)))
                    else sum(cast(paid_amount as decimal(18, 2))) end as paid
            from %s
            group by claim_id)
            """.formatted(MEDICAL);

    private ForeignPartner tuva;

    @BeforeAll
    void take_in(@TempDir Path folder) throws Exception {
        tuva = ForeignPartner.takenIn(
                "tuva",
                ForeignPartner.corpus("tuva-demo-2023"),
                folder,
                LocalDate.of(2019, 2, 1),
                "eligibility.csv",
                "medical_claim.csv",
                "pharmacy_claim.csv");
    }

    @AfterAll
    void close() {
        if (tuva != null) {
            tuva.close();
        }
    }

    @Test
    void every_row_is_taken() throws Exception {
        assertThat(tuva.files())
                .containsExactly(
                        "eligibility.csv|LOADED|219|219|0",
                        "medical_claim.csv|LOADED|6075|6075|0",
                        "pharmacy_claim.csv|LOADED|612|612|0");
        assertThat(tuva.books("select count(*) from claim_line"))
                .isEqualTo(tuva.raw("select count(*) from " + MEDICAL));
        assertThat(tuva.books("select count(*) from medical_claim"))
                .isEqualTo(tuva.raw("select count(distinct claim_id) from " + MEDICAL));
    }

    @Test
    void members_and_their_spans_are_those_of_the_file() throws Exception {
        assertThat(tuva.books(
                        "select member_id, effective_date, termination_date, gender, birth_date from coverage_span"
                                + " where coverage_type = 'MED' order by all"))
                .isEqualTo(tuva.raw("""
                        select patient_id, cast(enrollment_start_date as date), cast(enrollment_end_date as date),
                            upper(gender[1]), cast(birth_date as date)
                        from %s order by all
                        """.formatted(ELIGIBILITY)));
    }

    @Test
    void each_claim_has_the_amount_that_the_files_give_it() throws Exception {
        assertThat(tuva.books("select claim_id, from_date, cast(paid_cents as decimal(18, 0)) / 100 from medical_claim"
                        + " order by all"))
                .isEqualTo(tuva.raw("select claim_id, from_date, cast(paid * 100 as decimal(18, 0)) / 100 from "
                        + RAW_CLAIMS + " order by all"));
    }

    @Test
    void measures_by_month_are_those_of_the_raw_files_to_the_cent() throws Exception {
        ForeignPartner.Measured measured = tuva.measured("eligibility", "medical", "pharmacy", YearMonth.of(2018, 12));
        String months = "(select cast(unnest(generate_series(date '2016-01-01', date '2018-12-01', interval 1 month))"
                + " as date) as first_day)";
        String members = """
                (select strftime(first_day, '%%Y-%%m') as month, count(distinct patient_id) as members
                from %s left join %s on cast(enrollment_start_date as date) <= last_day(first_day)
                    and cast(enrollment_end_date as date) >= first_day
                group by month)
                """.formatted(months, ELIGIBILITY);
        assertThat(measured.of("member-months"))
                .hasSize(36)
                .isEqualTo(tuva.raw(
                        "select month, cast(members as decimal(18, 2)), 1 from " + members + " order by month"));
        String medical = "(select strftime(from_date, '%Y-%m') as month, sum(paid) as paid from " + RAW_CLAIMS
                + " group by month)";
        assertThat(measured.of("medical-pmpm-paid")).isEqualTo(tuva.raw(dollars(medical, members)));
        String pharmacy = "(select strftime(cast(dispensing_date as date), '%Y-%m') as month,"
                + " sum(cast(paid_amount as decimal(18, 2))) as paid from " + PHARMACY + " group by month)";
        assertThat(measured.of("pharmacy-pmpm")).isEqualTo(tuva.raw(dollars(pharmacy, members)));
    }

    private static String dollars(String paid, String members) {
        return "select m.month, cast(coalesce(p.paid, 0) as decimal(18, 2)), m.members from " + members
                + " m left join " + paid + " p on p.month = m.month order by m.month";
    }
}

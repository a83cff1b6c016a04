package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The corpus synthea-rif-a by configuration only: enrollment in twelve columns of yearly files, seven kinds of claims file
 * that fill one ledger, claim amounts repeated on each line. The expected figures are SQL over the raw files, written
 * from the corpus's own description.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MedicareFilesIT {
    private static final List<String> CLAIMS = List.of(
            "carrier.csv.gz", "dme.csv", "inpatient.csv", "snf.csv", "outpatient.csv", "hha.csv", "hospice.csv");

    /** One row a claim: the amount of the claim once, however many lines repeat it. */
    private static final String RAW_CLAIMS =
            CLAIMS.stream().map(file -> """
                    select CLM_ID as claim_id, any_value(BENE_ID) as member_id, count(*) as lines,
                        min(strptime(CLM_FROM_DT, '%%d-%%b-%%Y')) as from_date,
                        any_value(strptime(NCH_WKLY_PROC_DT, '%%d-%%b-%%Y')) as paid_date,
                        any_value(cast(CLM_PMT_AMT as decimal(18, 2))) as paid
                    from %s group by CLM_ID
                    """.formatted(raw(file))).collect(Collectors.joining(" union all ", "(", ")"));

    private static final String RAW_MEMBERS = IntStream.rangeClosed(2014, 2024)
            .mapToObj(year -> "select BENE_ID, RFRNC_YR, columns('MDCR_ENTLMT_BUYIN.*|PTD_CNTRCT.*') from "
                    + raw("beneficiary_" + year + ".csv"))
            .collect(Collectors.joining(" union all by name ", "(", ")"));

    /** One row a member, month and kind of coverage. */
    private static final String RAW_MONTHS = Stream.of("JAN FEB MAR APR MAY JUN JUL AUG SEPT OCT NOV DEC".split(" "))
            .map(new MonthColumns()::select)
            .collect(Collectors.joining(" union all ", "(", ")"));

    private ForeignPartner medicare;

    /** The columns of a month by its number and by its name. */
    private static final class MonthColumns {
        private int number;

        String select(String name) {
            number++;
            return """
                    select BENE_ID as member_id, RFRNC_YR || '-%02d' as month,
                        MDCR_ENTLMT_BUYIN_%d_IND in ('1', '2', '3', 'A', 'B', 'C') as medical,
                        trim(coalesce(PTD_CNTRCT_%s_ID, '')) not in ('', '0', 'N') as pharmacy
                    from %s
                    """.formatted(number, number, name, RAW_MEMBERS);
        }
    }

    private static String raw(String file) {
        return "read_csv('$corpus/" + file
                + "', delim = '|', quote = '', escape = '', header = true, all_varchar = true)";
    }

    @BeforeAll
    void take_in(@TempDir Path folder) throws Exception {
        medicare = ForeignPartner.takenIn(
                "medicare",
                ForeignPartner.corpus("synthea-rif-a"),
                folder,
                LocalDate.of(2024, 6, 3),
                Stream.concat(
                                IntStream.rangeClosed(2014, 2024).mapToObj(year -> "beneficiary_" + year + ".csv"),
                                Stream.concat(CLAIMS.stream(), Stream.of("pde.csv")))
                        .toArray(String[]::new));
    }

    @AfterAll
    void close() {
        if (medicare != null) {
            medicare.close();
        }
    }

    @Test
    void every_row_is_taken() throws Exception {
        assertThat(medicare.files())
                .hasSize(19)
                .allMatch(file -> file.contains("|LOADED|") && file.endsWith("|0"))
                .contains("carrier.csv.gz|LOADED|4491|4491|0", "pde.csv|LOADED|1678|1678|0");
        assertThat(medicare.books("select count(*) from claim_line"))
                .isEqualTo(medicare.raw("select cast(sum(lines) as bigint) from " + RAW_CLAIMS));
    }

    @Test
    void seven_feeds_fill_one_ledger_claim_by_claim_to_the_cent() throws Exception {
        assertThat(medicare.books("select claim_id, member_id, from_date, cast(paid_cents as decimal(18, 0)) / 100"
                        + " from medical_claim where feed_id = 'medicare/carrier' order by all"))
                .hasSize(1218)
                .isEqualTo(medicare.raw(
                        "select claim_id, member_id, cast(from_date as date), cast(paid * 100 as decimal(18, 0)) / 100 from "
                                + RAW_CLAIMS + " order by all"));
    }

    @Test
    void dollars_by_paid_month_are_those_of_the_raw_files() throws Exception {
        assertThat(medicare.books("select strftime(paid_date, '%Y-%m'), cast(sum(paid_cents) / 100.0 as decimal(18, 2))"
                        + " from medical_claim group by 1 order by 1"))
                .isEqualTo(medicare.raw("select strftime(paid_date, '%Y-%m'), sum(paid) from " + RAW_CLAIMS
                        + " group by 1 order by 1"));
    }

    @Test
    void measures_by_month_are_those_of_the_raw_files() throws Exception {
        ForeignPartner.Measured measured = medicare.measured("enrollment", "carrier", "drugs", YearMonth.of(2023, 12));

        assertThat(measured.of("member-months"))
                .hasSize(36)
                .isEqualTo(medicare.raw("select month, cast(count(distinct member_id) as decimal(18, 2)), 1 from "
                        + RAW_MONTHS + " where (medical or pharmacy) and month between '2021-01' and '2023-12'"
                        + " group by month order by month"));
        assertThat(measured.of("medical-pmpm-paid"))
                .isEqualTo(medicare.raw(dollars(
                        "select strftime(from_date, '%Y-%m') as month, sum(paid) as paid from " + RAW_CLAIMS,
                        "medical")));
        assertThat(measured.of("pharmacy-pmpm"))
                .isEqualTo(medicare.raw(dollars(
                        "select strftime(strptime(SRVC_DT, '%d-%b-%Y'), '%Y-%m') as month,"
                                + " sum(cast(CVRD_D_PLAN_PD_AMT as decimal(18, 2))) as paid from " + raw("pde.csv"),
                        "pharmacy")));
        assertThat(measured.of("generic-dispensing-rate"))
                .isEqualTo(medicare.raw("select strftime(strptime(SRVC_DT, '%d-%b-%Y'), '%Y-%m') as month,"
                        + " cast(count(*) filter (BRND_GNRC_CD = 'G') as decimal(18, 2)), count(*) from "
                        + raw("pde.csv")
                        + " group by month having month between '2021-01' and '2023-12' order by month"));
    }

    private static String dollars(String paid, String coverage) {
        return "select m.month, cast(coalesce(p.paid, 0) as decimal(18, 2)), m.members from (select month,"
                + " count(distinct member_id) filter (" + coverage + ") as members from " + RAW_MONTHS
                + " where month between '2021-01' and '2023-12' group by month) m left join (" + paid
                + " group by month) p on p.month = m.month order by m.month";
    }
}

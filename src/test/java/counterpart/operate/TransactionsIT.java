package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The transactions of the corpus synthea-csv-a by configuration only: charges and payments as rows of their own. */
class TransactionsIT {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 15);
    private static final String RAW = "(select *, cast(left(FROMDATE, 10) as date) as day from"
            + " read_csv('$corpus/claims_transactions.csv.gz', all_varchar = true)"
            + " where TYPE in ('CHARGE', 'PAYMENT') and cast(left(FROMDATE, 10) as date) >= date '"
            + DAY.minusYears(10) + "')";

    @TempDir
    private Path folder;

    @Test
    void charges_and_payments_make_claims_and_moves_are_left_out() throws Exception {
        try (ForeignPartner billing = ForeignPartner.takenIn(
                "transactions", ForeignPartner.corpus("synthea-csv-a"), folder, DAY, "claims_transactions.csv.gz")) {
            assertThat(billing.books("select count(*) from claim_line"))
                    .isEqualTo(billing.raw("select count(*) from " + RAW));
            assertThat(
                            billing.books(
                                    "select claim_id, member_id, from_date, cast(billed_cents / 100.0 as decimal(18, 2)),"
                                            + " cast(paid_cents / 100.0 as decimal(18, 2)) from medical_claim order by claim_id"))
                    .hasSizeGreaterThan(1_000)
                    .isEqualTo(billing.raw("select CLAIMID, any_value(PATIENTID), min(day),"
                            + " coalesce(sum(cast(AMOUNT as decimal(18, 2))), 0), sum(cast(PAYMENTS as decimal(18, 2)))"
                            + " from " + RAW + " group by CLAIMID order by CLAIMID"));
        }
    }
}

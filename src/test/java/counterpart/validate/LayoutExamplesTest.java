package counterpart.validate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.finding.Finding;
import counterpart.finding.RuleCode;
import counterpart.measure.Measures;
import counterpart.model.BookRow;
import counterpart.model.BookTable;
import counterpart.model.CoverageSpan;
import counterpart.model.FeedName;
import counterpart.model.MedicalClaim;
import counterpart.model.PartnerId;
import counterpart.model.PharmacyClaim;
import counterpart.partner.Configuration;
import counterpart.partner.EditTerms;
import counterpart.partner.FileLayout;
import counterpart.partner.Partner;
import counterpart.partner.yaml.ConfigurationReader;
import counterpart.validate.csv.CsvReaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of {@code job-configs/examples}, read by the configuration and tried on small files. */
class LayoutExamplesTest {
    private static final Path EXAMPLES = Path.of("job-configs/examples");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 10);

    @TempDir
    private Path folder;

    /** Keeps what is accepted and told. */
    private static final class Kept implements RowSink {
        private final List<BookRow> rows = new ArrayList<>();
        private final List<String> findings = new ArrayList<>();

        @Override
        public void accept(BookTable table, BookRow row) {
            rows.add(row);
        }

        @Override
        public void reject(long line, String original, RuleCode code) {
            findings.add("line " + line + " " + code);
        }

        @Override
        public void finding(Finding finding) {
            findings.add(finding.line() + " " + finding.code() + " " + finding.sentence());
        }

        Map<String, Long> nets() {
            Map<String, Long> nets = new TreeMap<>();
            rows.forEach(row -> {
                MedicalClaim claim = (MedicalClaim) row;
                nets.merge(claim.claimId(), claim.paidCents(), Long::sum);
            });
            return nets;
        }

        List<String> versions() {
            return rows.stream()
                    .map(row -> (MedicalClaim) row)
                    .map(c -> c.claimId() + " " + c.claimVersion() + " " + c.adjustmentType() + " " + c.paidCents())
                    .toList();
        }
    }

    @Test
    void every_example_passes_every_check() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            assertThat(names).isNotEmpty().allMatch(name -> name.endsWith(".yaml"));
            for (String name : names) {
                assertThat(partner(name.replace(".yaml", "")).layouts()).isNotEmpty();
            }
        }
    }

    @Test
    void a_chain_of_new_numbers_is_one_claim() throws IOException {
        Kept kept = read("adjustments", "new-id", """
                ClaimNo,OriginalClaim,Type,Member,Service,Adjudicated,Paid
                N0001,,O,M1,20260901,20260910,100.00
                N0002,N0001,V,M1,20260901,20261005,-100.00
                N0003,N0001,R,M1,20260901,20261005,80.00
                N0004,,O,M2,20260902,20260911,50.00
                """);
        assertThat(kept.findings).isEmpty();
        assertThat(kept.versions())
                .containsExactly(
                        "N0001 0 ORIGINAL 10000",
                        "N0001 2 REVERSAL -10000",
                        "N0001 3 ADJUSTMENT 8000",
                        "N0004 0 ORIGINAL 5000");
    }

    @Test
    void a_chain_under_one_number_takes_its_signs_from_the_type() throws IOException {
        Kept kept = read("adjustments", "same-id", """
                ClaimNo,Type,Member,Service,Adjudicated,Paid
                A1,O,M1,20260901,20260910,100.00
                A1,V,M1,20260901,20261005,100.00
                A1,R,M1,20260901,20261005,80.00
                A2,O,M2,20260902,20260911,50.00
                """);
        assertThat(kept.findings).isEmpty();
        assertThat(kept.nets()).isEqualTo(Map.of("A1", 8000L, "A2", 5000L));
        assertThat(kept.versions()).contains("A1 202610051 REVERSAL -10000", "A1 202610052 ADJUSTMENT 8000");
    }

    @Test
    void a_chain_of_suffixes_takes_its_types_from_suffix_and_sign() throws IOException {
        Kept kept = read("adjustments", "suffix", """
                ClaimNo,Member,Service,Adjudicated,Paid
                A100,M1,20260901,20260910,100.00
                A101,M1,20260901,20261005,-100.00
                A102,M1,20260901,20261005,80.00
                A200,M2,20260902,20260911,50.00
                """);
        assertThat(kept.findings).isEmpty();
        assertThat(kept.versions())
                .containsExactly(
                        "A1 0 ORIGINAL 10000", "A1 1 REVERSAL -10000", "A1 2 ADJUSTMENT 8000", "A2 0 ORIGINAL 5000");
    }

    @Test
    void months_in_columns_become_spans_without_seams() throws IOException {
        StringBuilder head = new StringBuilder("BENE_ID|BENE_SRNM_NAME|BENE_GVN_NAME|BENE_BIRTH_DT|BENE_SEX_IDENT_CD"
                + "|STATE_CODE|BENE_ZIP_CD|DEATH_DT|RFRNC_YR");
        for (int n = 1; n <= 12; n++) {
            head.append("|MDCR_ENTLMT_BUYIN_").append(n).append("_IND");
        }
        for (String month : "JAN FEB MAR APR MAY JUN JUL AUG SEPT OCT NOV DEC".split(" ")) {
            head.append("|PTD_CNTRCT_").append(month).append("_ID");
        }
        String part = "|".repeat(11);
        Kept kept = read(
                "medicare",
                "enrollment",
                head + "\n"
                        + "-7|Doe|Jane|05-Sep-1955|2|39|15204||2024|3|3|0|3|C| ||||||3||||||||||N|0|Z1\n"
                        + "-8|Roe|Ann|05-Sep-1955|9|39|15204||2024|" + part + "|" + part + "\n"
                        + "-9|Poe|Eve|31-Feb-1955|2|39|15204||2024|" + "3|".repeat(12) + part + "\n");
        assertThat(kept.rows)
                .extracting(row -> (CoverageSpan) row)
                .extracting(s -> s.memberId() + " " + s.coverageType() + " " + s.effectiveDate() + ".."
                        + s.terminationDate() + " " + s.planCode())
                .containsExactly(
                        "-7 MED 2024-01-01..2024-02-29 AB",
                        "-7 MED 2024-04-01..2024-05-31 AB",
                        "-7 MED 2024-12-01..2024-12-31 AB",
                        "-7 RX 2024-12-01..2024-12-31 Z1");
        assertThat(kept.findings)
                .containsExactly(
                        "line 4 E-103",
                        "4 E-103 Column BENE_BIRTH_DT must be a date written dd-MMM-yyyy.",
                        "0 F-028 1 row was left out. Nothing, when that was agreed.");
    }

    @Test
    void keys_of_several_parts_need_all_of_them_and_amounts_are_rounded_where_agreed() throws IOException {
        Kept kept = read("tuva", "pharmacy", """
                claim_id,claim_line_number,patient_id,prescribing_provider_npi,dispensing_provider_npi,dispensing_date,\
                ndc_code,quantity,days_supply,paid_date,paid_amount
                R1,1,M1,,,2026-09-01,50242004062,30,30,2026-09-02,1018.0999999999999
                R1,,M1,,,2026-09-01,50242004062,30,30,2026-09-02,10
                """);
        assertThat(kept.rows)
                .extracting(row -> (PharmacyClaim) row)
                .extracting(p -> p.claimId() + " " + p.planPaidCents() + " " + p.pharmacyId())
                .containsExactly("R1-1 101810 0000000");
        assertThat(kept.findings)
                .contains("3 P-300 Column claim_id+claim_line_number is required and is blank: write a text.");
    }

    @Test
    void a_row_of_no_known_kind_is_rejected_with_its_column() throws IOException {
        Kept kept = read("adjustments", "same-id", """
                ClaimNo,Type,Member,Service,Adjudicated,Paid
                A1,X,M1,20260901,20260910,100.00
                """);
        assertThat(kept.findings)
                .anyMatch(f -> f.startsWith("2 G-005 Column Type holds what no record of the layout is for."));
    }

    @ParameterizedTest
    @CsvSource({"1018.0999999999999, 101810", "0.005, 1", "-0.005, -1", "12, 1200", "1e3, none", ".5, none"})
    void an_amount_is_rounded_to_the_nearest_cent(String text, String cents) {
        Object value = NumberReaders.roundedMoney(text);
        assertThat(value == TextReader.UNREADABLE ? "none" : value.toString()).isEqualTo(cents);
    }

    private Kept read(String example, String feed, String text) throws IOException {
        Partner partner = partner(example);
        FileLayout layout = partner.layoutOf(partner.feed(new FeedName(feed)).orElseThrow());
        Kept kept = new Kept();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (RecordReader reader = new CsvReaders().open(new ByteArrayInputStream(bytes), layout.dialect())) {
            CheckedRows rows = RowCheck.check(reader, layout, Believer.SILENT, TODAY, EditTerms.NONE, kept, told -> {});
            assertThat(rows.rowsRead()).isEqualTo(rows.rowsAccepted() + rows.rowsRejected());
        }
        return kept;
    }

    private Partner partner(String example) throws IOException {
        Path partners = Files.createDirectories(folder.resolve(example).resolve("partners"));
        Files.writeString(partners.resolve(example + ".yaml"), Files.readString(EXAMPLES.resolve(example + ".yaml")));
        Files.writeString(partners.resolve(example + ".connection.yaml"), """
                connection:
                  host: localhost
                  user: counterpart
                  password: plain:secret
                  hostKeys: ["SHA256:uNiVztksCsDhcc0u9e8BrlJXVEXcTFz8hbyPIS5ZbgI"]
                """);
        Configuration configuration = new ConfigurationReader(Measures.names(), Rulebook.catalogue(), Optional.empty())
                .read(folder.resolve(example))
                .fold(complete -> complete.configuration(), faulty -> {
                    throw new AssertionError(faulty.faults().toString());
                });
        return configuration.partner(new PartnerId(example));
    }
}

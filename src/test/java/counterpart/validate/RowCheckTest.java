package counterpart.validate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.finding.Finding;
import counterpart.finding.RuleCode;
import counterpart.model.BookRow;
import counterpart.model.BookTable;
import counterpart.model.FileHeader;
import counterpart.partner.EditTerms;
import counterpart.partner.FileLayout;
import counterpart.validate.csv.CsvReaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowCheckTest {
    private static final String HD =
            "HD|MCL-1.0|F1|LAKESHORE|CASCADIA|MCLM|FULL|O|20260928|20261004|20261005060000|00001|P||20261004\n";
    private static final String CLAIM = "CH|C1|0|ORIGINAL|1||PAID|PROF|M1|1234567893|20260901|20260903|20260904"
            + "|20260929|20260930|100.00|100.00|100.00|0.00|0.00|0.00|0.00\n";
    private static final String LINE = "CL|C1|0|1|PAID|20260901|20260901|1|100.00|100.00|100.00\n";
    private static final String TR = "TR|F1|1|1||||100.00|100.00|100.00|0.00|0|0.00|1|1\n";

    private static final FileHeader HEADER =
            new FileHeader(null, "F1", null, null, null, "FULL", null, null, null, null, null, null, null, null);

    /** Keeps what it is given. */
    private static final class Kept implements RowSink {
        private final List<Long> accepted = new ArrayList<>();
        private final List<String> rejected = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        @Override
        public void accept(BookTable table, BookRow row) {
            accepted.add(row.rowNumber());
        }

        @Override
        public void reject(long line, String original, RuleCode code) {
            rejected.add(line + ":" + code + ":" + original);
        }

        @Override
        public void finding(Finding finding) {
            findings.add(finding);
        }
    }

    /** Medical files, with what becomes of them: accepted and rejected rows and findings by code. */
    static Stream<Arguments> files() {
        String lateLine = LINE.replace("|20260901|20260901|", "|20260904|20260904|");
        String otherLine = LINE.replace("C1|0|1", "C2|0|1");
        String badClaim = CLAIM.replace("20260901", "20269901");
        return Stream.of(
                file("valid", HD + CLAIM + LINE + TR, "2+0 {}"),
                file("no trailer", HD + CLAIM + LINE, "2+0 {F-004=1}"),
                file("two trailers", HD + CLAIM + LINE + TR + TR, "2+0 {F-004=1}"),
                file("two headers", HD + HD + CLAIM + LINE + TR, "2+0 {F-004=1}"),
                file("row behind the trailer", HD + CLAIM + LINE + TR + LINE, "3+0 {F-004=2, M-221=1}"),
                file(
                        "nothing inside",
                        HD + TR.replace("|1|1||||100.00|100.00|100.00|0.00|0|0.00|1|1", "|0|0|||||||||||"),
                        "0+0 {F-003=1}"),
                file("unknown record type", HD + CLAIM + LINE + "XX|1\n" + TR, "2+1 {F-004=1}"),
                file(
                        "trailer cannot be read",
                        HD + CLAIM + LINE + TR.replace("|1|1||||", "|one|1||||"),
                        "2+0 {F-004=1}"),
                file("trailer of another file", HD + CLAIM + LINE + TR.replace("F1", "F2"), "2+0 {F-004=1}"),
                file("count", HD + CLAIM + LINE + TR.replace("F1|1|", "F1|2|"), "2+0 {F-008=1}"),
                file("line count", HD + CLAIM + LINE + TR.replace("|1\n", "|2\n"), "2+0 {F-008=1}"),
                file("a cent", HD + CLAIM + LINE + TR.replace("||100.00|", "||100.01|"), "2+0 {F-009=1}"),
                file("hash", HD + CLAIM + LINE + TR.replace("|1|1\n", "|2|1\n"), "2+0 {F-009=1}"),
                file("blank line inside", HD + CLAIM + "\n" + LINE + TR, "2+1 {F-016=1}"),
                file("ragged line", HD + CLAIM + LINE.replace("\n", "|\n") + TR, "1+1 {F-016=1}"),
                file("ragged claim takes its line along", HD + CLAIM.replace("\n", "|\n") + LINE + TR, "0+2 {F-016=1}"),
                file("rejected claim takes its line along", HD + badClaim + LINE + TR, "0+2 {M-203=1}"),
                file(
                        "line of another claim",
                        HD + CLAIM + LINE + otherLine + TR.replace("|1\n", "|2\n"),
                        "2+1 {M-202=1}"),
                file("line without claim", HD + LINE + CLAIM + LINE + TR.replace("|1\n", "|2\n"), "2+1 {M-202=1}"),
                file("claim without line", HD + CLAIM + TR.replace("|1\n", "|0\n"), "0+1 {M-202=1}"),
                file("line outside its claim", HD + CLAIM + lateLine + TR, "1+1 {M-203=1}"),
                file(
                        "lines that do not add up",
                        HD + CLAIM + LINE.replace("1|100.00", "1|99.98") + TR,
                        "2+0 {M-221=1}"),
                file("lines a cent off", HD + CLAIM + LINE.replace("1|100.00", "1|99.99") + TR, "2+0 {}"),
                file(
                        "rejected line costs no balance",
                        HD
                                + CLAIM
                                + LINE
                                + LINE.replace("|1|PAID", "|2|PAID").replace("|1|100.00|", "|x|7.00|")
                                + TR.replace("|1\n", "|2\n"),
                        "2+1 {G-004=1}"),
                file(
                        "amount that cannot be read is not held against the trailer",
                        HD + CLAIM.replace("|100.00|100.00|100.00|", "|100.00|100.00|x|") + LINE + TR,
                        "0+2 {G-003=1}"),
                file("cut off inside quotes", HD + CLAIM + "CL|\"C1|0", "0+1 {F-027=1, M-202=1}"),
                file("warning", HD + CLAIM.replace("1234567893", "1234567890") + LINE + TR, "2+0 {M-208=1}"));
    }

    private static Arguments file(String name, String text, String expected) {
        return Arguments.of(name, text, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_file_comes_to_this(String name, String text, String expected) throws IOException {
        CheckedRows rows = check(text, new Kept());
        assertThat(rows.rowsAccepted() + "+" + rows.rowsRejected() + " " + new TreeMap<>(rows.findingsByCode()))
                .isEqualTo(expected);
    }

    @Test
    void an_imbalance_is_told_with_both_figures() throws IOException {
        CheckedRows rows = check(HD + CLAIM + LINE + TR.replace("||100.00|", "||100.01|"), new Kept());
        assertThat(rows.fileFindings().get(0).sentence())
                .startsWith("The trailer declares total_billed 100.01; the rows come to 100.00.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_row_is_lost_whatever_is_done_to_a_file(int seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            String text = mutate(HD + (CLAIM + LINE).repeat(5) + TR, random);
            Kept kept = new Kept();
            CheckedRows rows = check(text, kept);
            assertThat(rows.rowsRead()).isEqualTo(kept.accepted.size() + kept.rejected.size());
            assertThat(rows.rowsAccepted()).isEqualTo(kept.accepted.size());
            boolean wholeFileRead = rows.fileFindings().stream()
                    .noneMatch(f ->
                            f.code().value().equals("F-015") || f.code().value().equals("F-027"));
            if (wholeFileRead) {
                assertThat(kept.accepted.size() + kept.rejected.size()).isEqualTo(detailRecords(text));
            }
            for (String rejected : kept.rejected) {
                assertThat(text).contains(rejected.split(":", 3)[2]);
            }
        }
    }

    /** Records that are neither header nor trailer, counted by the reader alone. */
    private static long detailRecords(String text) throws IOException {
        long count = 0;
        try (RecordReader reader = open(text)) {
            while (reader.next()) {
                String type =
                        reader.width() == 0 ? reader.raw() : reader.field(0).strip();
                boolean envelope =
                        type.equals("HD") || type.equals("TR") || type.startsWith("HD|") || type.startsWith("TR|");
                count += envelope ? 0 : 1;
            }
        }
        return count;
    }

    private static String mutate(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        String insertions = "|\"\n\r xX0-.\t#";
        for (int i = 0; i <= random.nextInt(4); i++) {
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(4)) {
                case 0 -> mutated.deleteCharAt(at);
                case 1 -> mutated.insert(at, insertions.charAt(random.nextInt(insertions.length())));
                case 2 -> mutated.setCharAt(at, insertions.charAt(random.nextInt(insertions.length())));
                default -> mutated.delete(at, Math.min(mutated.length(), at + random.nextInt(80)));
            }
        }
        return mutated.toString();
    }

    private static CheckedRows check(String text, RowSink sink) throws IOException {
        FileLayout layout = TestLayouts.medical();
        try (RecordReader reader = open(text)) {
            return RowCheck.check(reader, layout, HEADER, ExampleRow.TODAY, EditTerms.NONE, sink, told -> {});
        }
    }

    private static RecordReader open(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new CsvReaders().open(new ByteArrayInputStream(bytes), TestLayouts.pipes());
    }
}

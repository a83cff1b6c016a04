package counterpart.validate.csv;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.partner.FileLayout.Dialect;
import counterpart.validate.RecordReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvRecordReaderTest {
    /** Records as {@code line:[field][field]}, with {@code !code} of the fault at the end. */
    static Stream<Arguments> corners() {
        return Stream.of(
                corner("empty file", "", ""),
                corner("one record", "a|b\n", "1:[a][b]"),
                corner("missing last newline", "a|b\nc|d", "1:[a][b] 2:[c][d]"),
                corner("carriage returns", "a|b\rc|d\r", "1:[a][b] 2:[c][d]"),
                corner("CRLF", "a|b\r\nc|d\r\n", "1:[a][b] 2:[c][d]"),
                corner("mixed line ends", "a\r\nb\nc\rd", "1:[a] 2:[b] 3:[c] 4:[d]"),
                corner("empty fields", "|\n||\n", "1:[][] 2:[][][]"),
                corner("a hash starts no comment", "#3|gamma\n", "1:[#3][gamma]"),
                corner("byte order mark", "\uFEFFa|b\n", "1:[a][b]"),
                corner("only a byte order mark", "\uFEFF", ""),
                corner("tab", "a\tb|c\n", "1:[a\tb][c]"),
                corner("blank line inside", "a\n\nb\n", "1:[a] 2:[] 3:[b]"),
                corner("blank lines inside", "a\n\r\n\nb\n", "1:[a] 2:[] 3:[] 4:[b]"),
                corner("blank line first", "\na\n", "1:[] 2:[a]"),
                corner("blank lines at the end", "a\n\n\n", "1:[a]"),
                corner("spaces are no blank line", "a\n \nb", "1:[a] 2:[ ] 3:[b]"),
                corner("quoted delimiter", "\"a|b\"|c\n", "1:[a|b][c]"),
                corner("doubled quote", "\"a\"\"b\"|c\n", "1:[a\"b][c]"),
                corner("quoted empty", "\"\"|c\n", "1:[][c]"),
                corner("quoted newline", "\"a\nb\"|c\nd|e\n", "1:[a\nb][c] 3:[d][e]"),
                corner("quoted CRLF", "\"a\r\nb\"|c\r\nd|e", "1:[a\r\nb][c] 3:[d][e]"),
                corner("quoted newline behind a blank line", "\n\"a\nb\"\nc", "1:[] 2:[a\nb] 4:[c]"),
                corner("quote inside a field is text", "O\"Brien|5\" x\n", "1:[O\"Brien][5\" x]"),
                corner("space before a quote makes it text", "a| \"b\"\n", "1:[a][ \"b\"]"),
                corner("trailing delimiter behind a quote", "\"a\"|\nb|c\n", "1:[a][] 2:[b][c]"),
                corner("text behind a closing quote", "\"a\"b|c\nd|e\n", "1: 2:[d][e]"),
                corner("quote never closed", "a|b\nc|\"d\ne|f\n", "1:[a][b] !F-027 line 2"),
                corner("quote opened on a later line", "\"a\nb\"|\"c\nd", "!F-027 line 2"),
                corner("Ctrl-Z at the end", "a|b\n\u001A", "1:[a][b]"),
                corner("Ctrl-Z block at the end", "a|b\u001A\u001A\r\n\u001A", "1:[a][b]"),
                corner("Ctrl-Z inside", "a\u001A|b\nc\n", "!F-015 line 1"),
                corner("NUL", "a|b\nc\u0000|d\n", "1:[a][b] !F-015 line 2"),
                corner("NUL inside quotes", "\"a\u0000\"\n", "!F-015 line 1"),
                corner("form feed", "a\f\n", "!F-015 line 1"),
                corner("C1 control", "a\u0085b\n", "!F-015 line 1"));
    }

    private static Arguments corner(String name, String text, String expected) {
        return Arguments.of(name, text, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corners")
    void reads_a_corner_case(String name, String text, String expected) throws IOException {
        assertThat(read(text.getBytes(StandardCharsets.UTF_8), '"', StandardCharsets.UTF_8))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corners")
    void reads_a_corner_case_that_comes_byte_by_byte_the_same(String name, String text, String expected)
            throws IOException {
        InputStream dripping = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1));
            }
        };
        assertThat(read(new CsvReaders().open(dripping, dialect('"', StandardCharsets.UTF_8))))
                .isEqualTo(expected);
    }

    @Test
    void undecodable_bytes_are_told_with_their_offset_and_line() throws IOException {
        byte[] text = {'a', '|', 'b', '\n', 'c', (byte) 0xE9, '|', 'd', '\n'};
        assertThat(read(text, '"', StandardCharsets.UTF_8)).isEqualTo("1:[a][b] !F-015 line 2");
        assertThat(fault(text)).contains("Byte 5 (counted from 0), on line 2");
        assertThat(read(text, '"', StandardCharsets.ISO_8859_1)).isEqualTo("1:[a][b] 2:[c\u00e9][d]");
    }

    @Test
    void a_character_cut_off_at_the_end_is_undecodable() throws IOException {
        assertThat(read(new byte[] {'a', '\n', (byte) 0xC3}, '"', StandardCharsets.UTF_8))
                .isEqualTo("1:[a] !F-015 line 2");
    }

    @Test
    void sixteen_bit_text_is_read_by_its_declared_charset() throws IOException {
        byte[] text = "\uFEFFa|\u00e9\r\nb|c".getBytes(StandardCharsets.UTF_16LE);
        assertThat(read(text, '"', StandardCharsets.UTF_16LE)).isEqualTo("1:[a][\u00e9] 2:[b][c]");
        assertThat(read(text, '"', StandardCharsets.UTF_8)).isEqualTo("!F-015 line 1");
        assertThat(fault(text)).contains("It looks like UTF-16: write the file in UTF-8, or agree UTF-16");
        assertThat(fault("a,b\n".getBytes(StandardCharsets.UTF_16BE))).contains("It looks like UTF-16");
        assertThat(fault("ab\u0000".getBytes(StandardCharsets.UTF_8))).doesNotContain("UTF-16");
    }

    @Test
    void a_layout_without_quotes_takes_them_as_text() throws IOException {
        assertThat(read("\"a|b\nc\"|d".getBytes(StandardCharsets.UTF_8), null, StandardCharsets.UTF_8))
                .isEqualTo("1:[\"a][b] 2:[c\"][d]");
    }

    @Test
    void the_original_text_of_a_record_is_kept_exactly() throws IOException {
        byte[] text = "a|\"b\r\n\"\"c\" |\nx\n".getBytes(StandardCharsets.UTF_8);
        try (RecordReader reader =
                new CsvReaders().open(new ByteArrayInputStream(text), dialect('"', StandardCharsets.UTF_8))) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.raw()).isEqualTo("a|\"b\r\n\"\"c\" |");
            assertThat(reader.next()).isTrue();
            assertThat(reader.raw()).isEqualTo("x");
        }
    }

    @Test
    void a_line_without_end_is_refused_in_bounded_memory() throws IOException {
        assertThat(read(new CsvReaders().open(new Endless('x', 5L << 30), dialect('"', StandardCharsets.UTF_8))))
                .isEqualTo("!F-027 line 1");
    }

    @Test
    void a_quote_never_closed_costs_no_more_than_the_longest_record() throws IOException {
        Endless lines = new Endless('\n', 5L << 30);
        InputStream opened = new java.io.SequenceInputStream(
                new ByteArrayInputStream("a|\"b".getBytes(StandardCharsets.UTF_8)), lines);
        assertThat(read(new CsvReaders().open(opened, dialect('"', StandardCharsets.UTF_8))))
                .isEqualTo("!F-027 line 1");
        assertThat(lines.given).isLessThan(CsvRecordReader.LONGEST_RECORD);
    }

    @Test
    void the_longest_record_is_read_and_one_more_character_is_not() throws IOException {
        String longest = "x".repeat(CsvRecordReader.LONGEST_RECORD);
        assertThat(read((longest + "\n").getBytes(StandardCharsets.UTF_8), '"', StandardCharsets.UTF_8))
                .startsWith("1:[xxx");
        assertThat(read((longest + "x\n").getBytes(StandardCharsets.UTF_8), '"', StandardCharsets.UTF_8))
                .isEqualTo("!F-027 line 1");
    }

    /** The same byte many times. */
    private static final class Endless extends InputStream {
        private final byte value;
        private final long length;
        private long given;

        Endless(char value, long length) {
            this.value = (byte) value;
            this.length = length;
        }

        @Override
        public int read() {
            return given++ < length ? value : -1;
        }
    }

    private static Dialect dialect(@Nullable Character quote, Charset charset) {
        return new Dialect('|', quote, charset, false, "yyyyMMdd", Set.of());
    }

    private static String read(byte[] text, @Nullable Character quote, Charset charset) throws IOException {
        return read(new CsvReaders().open(new ByteArrayInputStream(text), dialect(quote, charset)));
    }

    private static String fault(byte[] text) throws IOException {
        try (RecordReader reader =
                new CsvReaders().open(new ByteArrayInputStream(text), dialect('"', StandardCharsets.UTF_8))) {
            while (reader.next()) {
                assertThat(reader.fault()).isEmpty();
            }
            return reader.fault().orElseThrow().sentence();
        }
    }

    private static String read(RecordReader reader) throws IOException {
        List<String> said = new ArrayList<>();
        try (reader) {
            while (reader.next()) {
                StringBuilder record = new StringBuilder(reader.line() + ":");
                for (int i = 0; i < reader.width(); i++) {
                    record.append('[').append(reader.field(i)).append(']');
                }
                said.add(record.toString());
            }
            reader.fault().ifPresent(f -> said.add("!" + f.code() + lineIn(f.sentence())));
        }
        return String.join(" ", said);
    }

    private static String lineIn(String sentence) {
        java.util.regex.Matcher line =
                java.util.regex.Pattern.compile("[Ll]ine [0-9]+").matcher(sentence);
        return line.find() ? " " + line.group().toLowerCase(java.util.Locale.ROOT) : "";
    }
}

package counterpart.validate.csv;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.partner.FileLayout.Dialect;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts made at random, of the characters that matter and few others, are read as Commons CSV reads them. */
class CsvTwinTest {
    private static final int TEXTS = 4_000;
    private static final String CHARACTERS = "aab  \t,,,,\"\"\"\"\n\n\n\r\r\u00e9\u20ac|;'#\\0";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void short_texts_of_any_shape_are_read_as_the_twin_reads_them(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            assertAgree(text(random, random.nextInt(40)), '"', StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void long_texts_that_cross_the_buffers_are_read_as_the_twin_reads_them(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 8; i++) {
            assertAgree(wellFormed(random, 40_000), '"', StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void texts_without_quoting_are_read_as_the_twin_reads_them(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < TEXTS; i++) {
            assertAgree(text(random, random.nextInt(40)), null, StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-1", "ISO-8859-15"})
    void texts_in_other_encodings_are_read_as_the_twin_reads_them(String charset) throws IOException {
        Random random = new Random(31);
        for (int i = 0; i < TEXTS; i++) {
            assertAgree(text(random, random.nextInt(40)).replace("\u20ac", "\u00a4"), '"', Charset.forName(charset));
        }
    }

    private static void assertAgree(String text, @Nullable Character quote, Charset charset) throws IOException {
        Dialect dialect = new Dialect(',', quote, charset, false, "yyyyMMdd", Set.of());
        assertThat(Twin.disagreement(text.getBytes(charset), dialect)).as(text).isEmpty();
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }

    /** Records with fields of any length, quoted where they must be. */
    private static String wellFormed(Random random, int records) {
        StringBuilder text = new StringBuilder();
        String end = random.nextBoolean() ? "\r\n" : "\n";
        for (int i = 0; i < records; i++) {
            int fields = 1 + random.nextInt(4);
            for (int f = 0; f < fields; f++) {
                String field = text(random, random.nextInt(12));
                text.append(f == 0 ? "" : ",")
                        .append('"')
                        .append(field.replace("\"", "\"\""))
                        .append('"');
            }
            text.append(end);
        }
        return text.toString();
    }
}

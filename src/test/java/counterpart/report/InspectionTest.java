package counterpart.report;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.report.pdf.PageFonts;
import counterpart.report.pdf.PdfPress;
import counterpart.report.pdf.PdfReading;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Spoils a sound edition in one way at a time; each way must be told. */
class InspectionTest {
    private static PrintedPages sound;
    private static Facts facts;

    @BeforeAll
    static void printASoundEdition() throws IOException {
        EditionDraft draft = EditionDraft.of(Samples.ordinary());
        facts = draft.facts();
        sound = PdfReading.of(new PdfPress(new PageFonts()).print(draft));
    }

    @Test
    void a_sound_edition_has_no_fault() {
        assertThat(Inspection.faults(sound, facts)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("spoiled")
    void each_fault_is_told(String component, UnaryOperator<Object> spoil, String told) throws Exception {
        assertThat(Inspection.faults(with(component, spoil), facts))
                .anySatisfy(fault -> assertThat(fault).contains(told));
    }

    static Stream<Arguments> spoiled() {
        return Stream.of(
                to("sizes", List.of(new PrintedPages.Size(612, 792)), "1 pages"),
                to("sizes", List.of(new PrintedPages.Size(612, 792), new PrintedPages.Size(595, 842)), "595.0 x 842.0"),
                to("fonts", List.of(), "no page has a font"),
                to("fonts", List.of(new PrintedPages.Font("F", false, false, false)), "not embedded"),
                to("smallestText", 6.0, "smaller than 8"),
                to("isTransparent", true, "transparent"),
                to("bytes", 1_000_000L, "not under"),
                to("language", "", "no language"),
                to("title", "", "no title"),
                to("showsTitle", false, "show its title"),
                to("isTagged", false, "not tagged"),
                to("headings", List.of("H2", "H2"), "exactly one main heading"),
                to("headings", List.of("H1", "H3"), "level 3 follows one of level 1"),
                to("pictures", List.of("too short"), "20 to 300"),
                to("headerCellsWithoutScope", 1, "which cells it heads"),
                to("deadLinks", 1, "leads nowhere"),
                to("bookmarks", List.of("one"), "bookmark"),
                to("tables", 99, "tagged as a table"),
                text("Successes", "", "lacks the section 'Successes'"),
                text("Confidential", "Public", "lacks confidentiality"),
                text("Nov 10, 2026", "Nov 11, 2026", "date of the data"),
                text("Page 1 of 6", "Page 7 of 6", "page number"),
                text("8.9%", "8.7%", "the number 8.7 on page 1 is in no fact"),
                text("Files on time", "Files", "'Files on time' is off target and page 1 does not name it"),
                text("Turnaround", "Speed", "the scorecard lacks 'Turnaround of clean claims'"),
                text("Initial", "Initial \uFB01", "cannot be read out"),
                text("Initial", "Initial 900-12-3456", "a social security number"));
    }

    @Test
    void counts_that_do_not_add_up_and_another_hash_are_told() {
        Map<String, Long> statuses = new LinkedHashMap<>(facts.statuses());
        statuses.merge("ON_TARGET", 1L, Long::sum);
        Facts other = new Facts(
                facts.partnership(),
                facts.month(),
                facts.revision(),
                facts.asOf(),
                facts.booksHash(),
                "0".repeat(64),
                statuses,
                facts.measures(),
                facts.sentences(),
                facts.labels());
        assertThat(Inspection.faults(sound, other))
                .contains(
                        "10 statuses were counted for 9 measures", "the last page does not bear the hash of the facts");
    }

    @Test
    void a_small_count_of_people_in_a_sentence_is_told() {
        List<Sentence> sentences = new ArrayList<>(facts.sentences());
        sentences.add(Sentence.of("x", "3 members waited.", Map.of()));
        Facts other = new Facts(
                facts.partnership(),
                facts.month(),
                facts.revision(),
                facts.asOf(),
                facts.booksHash(),
                facts.dataHash(),
                facts.statuses(),
                facts.measures(),
                sentences,
                facts.labels());
        assertThat(Inspection.faults(sound, other))
                .containsExactly("it shows a count of people or claims from 1 to 10");
    }

    @Test
    void the_same_measure_described_with_another_value_is_told() {
        List<String> pictures = sound.pictures().stream()
                .map(alt -> alt.replace("actual 8.9%", "actual 8.8%"))
                .toList();
        assertThat(pictures).isNotEqualTo(sound.pictures());
        assertThat(Inspection.faults(withUnchecked("pictures", pictures), facts))
                .containsExactly("a picture of 'Initial denial rate' is described with another value or target");
    }

    private static Arguments to(String component, Object value, String told) {
        UnaryOperator<Object> spoil = old -> value;
        return Arguments.of(component, spoil, told);
    }

    private static Arguments text(String from, String to, String told) {
        UnaryOperator<Object> spoil = old -> ((List<?>) old)
                .stream()
                        .map(page -> String.valueOf(page).replaceAll("(?i)" + Pattern.quote(from), to))
                        .toList();
        return Arguments.of("texts", spoil, told);
    }

    private static PrintedPages withUnchecked(String component, Object value) {
        try {
            return with(component, old -> value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static PrintedPages with(String component, UnaryOperator<Object> spoil)
            throws ReflectiveOperationException {
        RecordComponent[] components = PrintedPages.class.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Object old = components[i].getAccessor().invoke(sound);
            values[i] = components[i].getName().equals(component) ? spoil.apply(old) : old;
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return PrintedPages.class.getDeclaredConstructor(types).newInstance(values);
    }
}

package counterpart.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.measure.Score;
import counterpart.report.Briefing;
import counterpart.report.EditionDraft;
import counterpart.report.Registers;
import counterpart.report.Room;
import counterpart.report.Samples;
import counterpart.report.Sentence;
import counterpart.report.SummaryPage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SummaryFitTest {
    private static final String LONG =
            "Claims of two hospital groups were denied because a list of contracts was loaded"
                    + " twice, and every one of them had to be sent again by hand, which took both sides until the middle of the"
                    + " month and left payments open";

    private static PageFonts fonts;

    @BeforeAll
    static void loadFonts() throws IOException {
        fonts = new PageFonts();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("months")
    void the_height_is_foretold_as_it_is_printed(String name, Briefing briefing) throws IOException {
        PdfPress.Printing printing = new PdfPress(fonts).print(briefing);
        SummaryPage page = printing.draft().summary();
        Tightness tightness = SummaryFit.loosest(fonts, page).orElseThrow();
        double foretold = new SummaryFit(fonts, page, tightness).height();
        assertThat(lowestText(printing.pdf()) - 34).isBetween(foretold - 12, foretold + SummaryFit.SPARE);
    }

    static Stream<Arguments> months() {
        List<Score> ordinary = Samples.ordinary().scorecard().scores();
        return Stream.of(
                Arguments.of("ordinary", Samples.ordinary()),
                Arguments.of("wordy", wordy(1)),
                Arguments.of("very wordy", wordy(6)),
                Arguments.of("many measures", Samples.briefing(Samples.manyScores(18), Samples.registers())),
                Arguments.of("nothing scored", Samples.briefing(Samples.nothingScored(), Registers.empty())),
                Arguments.of("one measure", Samples.briefing(ordinary.subList(4, 5), Registers.empty())));
    }

    @Test
    void the_last_cards_of_the_highest_column_fall_away_and_their_misses_are_still_named() throws IOException {
        SummaryPage full = EditionDraft.of(wordy(3)).summary();
        assertThat(SummaryFit.loosest(fonts, full)).isEmpty();

        PdfPress.Printing printing = new PdfPress(fonts).print(wordy(3));

        SummaryPage page = printing.draft().summary();
        List<Sentence> kept = page.attention().cards();
        assertThat(kept).isNotEmpty().isEqualTo(full.attention().cards().subList(0, kept.size()));
        assertThat(kept.size()).isLessThan(full.attention().cards().size());
        for (Sentence dropped : full.attention()
                .cards()
                .subList(kept.size(), full.attention().cards().size())) {
            assertThat(Objects.requireNonNull(page.alsoOffTarget()).misses())
                    .anyMatch(miss -> miss.words().startsWith(dropped.head().split(":")[0]));
        }
        assertThat(PdfReading.of(printing.pdf()).texts().get(0)).contains("How far to trust the newest numbers");
    }

    @Test
    void what_was_misjudged_before_printing_is_cut_after_it() throws IOException {
        PdfPress.Printing trusting = new PdfPress(fonts, page -> true).print(wordy(3));
        PdfPress.Printing measuring = new PdfPress(fonts).print(wordy(3));
        assertThat(trusting.draft().summary()).isEqualTo(measuring.draft().summary());
        assertThat(trusting.pdf()).isEqualTo(measuring.pdf());
    }

    @Test
    void decisions_without_a_place_are_counted() throws IOException {
        SummaryPage page = new PdfPress(fonts).print(wordy(12)).draft().summary();
        assertThat(page.decisions()).hasSizeBetween(1, 8);
        assertThat(page.moreDecisions()).startsWith((14 - page.decisions().size()) + " more decisions are asked");
    }

    @Test
    void a_part_gives_up_its_last_place_but_not_what_it_must_show() {
        Room room = Room.full().without(Room.Part.ATTENTION, 2).orElseThrow();
        assertThat(room.of(Room.Part.ATTENTION)).isEqualTo(1);
        assertThat(room.of(Room.Part.TRENDS)).isEqualTo(3);
        assertThat(room.without(Room.Part.DECISIONS, 1)).isEqualTo(Optional.empty());
        assertThat(room.without(Room.Part.ATTENTION, 0)).isEqualTo(Optional.empty());
    }

    /** Many misses, each with an issue in as many words as a register may hold, and so many decisions. */
    private static Briefing wordy(int decisions) {
        List<Score> scores = Samples.ordinary().scorecard().scores();
        List<Registers.Decision> asked = new ArrayList<>();
        for (int i = 1; i <= decisions; i++) {
            asked.add(new Registers.Decision(i, "Agree that " + LONG, LONG, "Lakeshore and Cascadia"));
        }
        List<Registers.Issue> issues = new ArrayList<>();
        for (Score score : scores) {
            issues.add(new Registers.Issue(
                    score.definition().name(),
                    Samples.OCTOBER,
                    LONG,
                    decisions > 10 ? null : LONG,
                    "D. Osei",
                    LocalDate.of(2026, 12, 5)));
        }
        return Samples.briefing(scores, new Registers(asked, issues));
    }

    /** The lowest line of page 1 above its foot, from the top of the paper. */
    private static double lowestText(byte[] pdf) throws IOException {
        double[] lowest = new double[1];
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                double y = text.getYDirAdj();
                lowest[0] = y < 792 - 43 ? Math.max(lowest[0], y) : lowest[0];
            }
        };
        stripper.setStartPage(1);
        stripper.setEndPage(1);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            stripper.getText(document);
        }
        return lowest[0];
    }
}

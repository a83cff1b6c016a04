package counterpart.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import counterpart.measure.Score;
import counterpart.measure.Status;
import counterpart.model.FeedId;
import counterpart.partner.Partner;
import counterpart.partner.Partnership;
import counterpart.report.Briefing;
import counterpart.report.EditionDraft;
import counterpart.report.Inspection;
import counterpart.report.PrintedPages;
import counterpart.report.Registers;
import counterpart.report.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class EditionPdfTest {
    private static PdfPress press;

    @BeforeAll
    static void loadFonts() throws IOException {
        VeraGreenfieldFoundryProvider.initialise();
        press = new PdfPress(new PageFonts());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("editions")
    void every_kind_of_month_passes_both_profiles_and_the_inspection(String name, Briefing briefing, int mostPages)
            throws Exception {
        EditionDraft draft = EditionDraft.of(briefing);
        byte[] pdf = press.print(draft);
        PrintedPages pages = PdfReading.of(pdf);
        assertThat(Inspection.faults(pages, draft.facts())).isEmpty();
        assertThat(pages.sizes()).hasSizeLessThanOrEqualTo(mostPages);
        assertThat(failures(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    static Stream<Arguments> editions() {
        List<Score> ordinary = Samples.ordinary().scorecard().scores();
        return Stream.of(
                Arguments.of("ordinary", Samples.ordinary(), 6),
                Arguments.of("a revision of every figure", Samples.revised(), 7),
                Arguments.of("nothing scored", Samples.briefing(Samples.nothingScored(), Registers.empty()), 6),
                Arguments.of("eighteen long names", Samples.briefing(Samples.manyScores(18), Registers.empty()), 10),
                Arguments.of("one measure", Samples.briefing(ordinary.subList(4, 5), Samples.registers()), 6),
                Arguments.of("a good month", Samples.briefing(ordinary.subList(3, 4), Registers.empty()), 6));
    }

    @Test
    void a_table_that_goes_on_repeats_its_head() throws Exception {
        EditionDraft draft = EditionDraft.of(Samples.briefing(Samples.manyScores(18), Registers.empty()));
        List<String> pages = PdfReading.of(press.print(draft)).texts();
        int last = pages.size() - 1;
        assertThat(pages.get(last - 1)).contains("What the measures count");
        assertThat(pages.get(last)).doesNotContain("What the measures count").contains("Counted");
    }

    @Test
    void a_partnership_without_medical_claims_is_not_told_of_denials() throws Exception {
        Briefing sample = Samples.ordinary();
        Partnership all = sample.partnership();
        FeedId pharmacy = FeedId.of("lakeshore/medical");
        Partnership scripts = new Partnership(
                all.id(),
                all.name(),
                all.left(),
                all.right(),
                new Partnership.Books(pharmacy, null, pharmacy),
                all.breakKey(),
                null,
                all.memberMonthRule(),
                all.runOutMonths(),
                all.targets(),
                all.committee(),
                all.breakFile(),
                all.registers());
        EditionDraft draft = EditionDraft.of(
                new Briefing(sample.scorecard(), scripts, sample.left(), sample.right(), sample.registers(), null));
        byte[] pdf = press.print(draft);
        PrintedPages pages = PdfReading.of(pdf);
        assertThat(Inspection.faults(pages, draft.facts())).isEmpty();
        assertThat(String.join("", pages.texts())).contains("Counted").doesNotContain("Reason of a first denial");
        assertThat(failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    void the_same_draft_gives_the_same_bytes() throws Exception {
        byte[] first = press.print(EditionDraft.of(Samples.ordinary()));
        byte[] second = new PdfPress(new PageFonts()).print(EditionDraft.of(Samples.ordinary()));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void another_register_gives_other_bytes_and_another_hash() throws Exception {
        EditionDraft one = EditionDraft.of(Samples.ordinary());
        EditionDraft other =
                EditionDraft.of(Samples.briefing(Samples.ordinary().scorecard().scores(), Registers.empty()));
        assertThat(other.facts().dataHash()).isNotEqualTo(one.facts().dataHash());
        assertThat(press.print(other)).isNotEqualTo(press.print(one));
    }

    @Test
    void hostile_text_is_printed_as_text_and_nothing_is_fetched() throws Exception {
        AtomicInteger hits = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            hits.incrementAndGet();
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.png";
            String hostile = "<script>alert(1)</script> <img src=\"" + address
                    + "\"/> <object data=\"file:/etc/passwd\"/>" + " ${7*7} [[${draft}]] &amp; url(" + address + ")";
            EditionDraft draft = EditionDraft.of(Samples.briefing(
                    Samples.ordinary().scorecard().scores(),
                    new Registers(
                            List.of(new Registers.Decision(1, "Agree to " + hostile, hostile, "'\"><")), List.of())));
            byte[] pdf = press.print(draft);
            String text = String.join("", PdfReading.of(pdf).texts()).replaceAll("\\s", "");
            assertThat(text).contains("<script>alert(1)</script>", "file:/etc/passwd", "${7*7}[[${draft}]]&amp;");
            assertThat(hits).hasValue(0);
            assertThat(failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void pages_may_load_nothing_but_templates() {
        assertThat(TemplateFolder.holds("template:/marks/on-target.svg")).isTrue();
        for (String address : List.of(
                "template:/../secrets.css",
                "template:/a/../../x.svg",
                "file:/etc/passwd",
                "http://x/y.svg",
                "jar:file:x!/y.svg",
                "template:/fonts/fonts.conf")) {
            assertThat(TemplateFolder.holds(address)).as(address).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("namesWithoutGlyphs")
    void a_character_that_the_font_lacks_is_refused_with_its_place(String name, String told) {
        Briefing sample = Samples.ordinary();
        EditionDraft draft = EditionDraft.of(new Briefing(
                sample.scorecard(),
                Samples.partnership(name),
                Samples.partner("lakeshore", "Lakeshore Administrators", Partner.Role.TPA),
                Samples.partner("cascadia", "Cascadia Health Plan", Partner.Role.PAYER),
                sample.registers(),
                null));
        assertThatThrownBy(() -> press.print(draft))
                .isInstanceOf(UnprintableException.class)
                .hasMessageContaining(told);
    }

    static Stream<Arguments> namesWithoutGlyphs() {
        return Stream.of(
                Arguments.of("Health Plan \uD83D\uDE00", "U+1F600"),
                Arguments.of("Plan \u05D0\u05D1", "U+05D0"),
                Arguments.of("Plan \u202Eevil", "U+202E"));
    }

    @Test
    void the_icon_strip_has_one_icon_for_each_measure() {
        List<Status> statuses = EditionDraft.of(Samples.ordinary()).summary().strip();
        String svg = new String(
                Base64.getDecoder().decode(new Marks().strip(statuses).split(",")[1]), StandardCharsets.UTF_8);
        assertThat(svg.split("<g ", -1)).hasSize(statuses.size() + 1);
        assertThat(svg.split("#E69F00", -1)).hasSize(3 + 1);
        assertThat(svg.split("#D55E00", -1)).hasSize(2 + 1);
        assertThat(svg.split("#0072B2", -1)).hasSize(4 + 1);
    }

    private static List<String> failures(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour)) {
            ValidationResult result =
                    Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
            assertThat(result.isCompliant() || !result.getTestAssertions().isEmpty())
                    .isTrue();
            return result.getTestAssertions().stream()
                    .map(failure -> failure.getRuleId() + " " + failure.getMessage())
                    .toList();
        }
    }
}

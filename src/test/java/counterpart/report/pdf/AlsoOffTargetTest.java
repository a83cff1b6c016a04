package counterpart.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.report.AlsoOff;
import counterpart.report.Registers;
import counterpart.report.Samples;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/** Where the misses without a card lead, as a reader of the PDF follows them. */
class AlsoOffTargetTest {
    /** How far above a row's title a destination may lie, in points. */
    private static final double NEAR = 20;

    /** Eighteen rows take three pages; numbers of pages are from 0. */
    private static final int LAST_OF_SCORECARD = 3;

    /** A line of text: its page from 0, and how far below the page's top it stands. */
    private record Place(int page, double y) {}

    @Test
    void each_miss_leads_to_its_own_row_also_on_a_later_page_of_the_scorecard() throws IOException {
        PdfPress.Printing printing =
                new PdfPress(new PageFonts()).print(Samples.briefing(Samples.manyScores(18), Registers.empty()));
        List<AlsoOff.Miss> misses = Objects.requireNonNull(
                        printing.draft().summary().alsoOffTarget())
                .misses();

        Map<String, Place> rows = new HashMap<>();
        Map<String, Place> links = new HashMap<>();
        try (PDDocument document = Loader.loadPDF(printing.pdf())) {
            for (AlsoOff.Miss miss : misses) {
                rows.put(
                        miss.measure(),
                        row(document, Integer.parseInt(miss.measure().replace("measure-", "")) + 1));
            }
            for (PDAnnotation annotation : document.getPage(0).getAnnotations()) {
                if (annotation instanceof PDAnnotationLink link && isToRow(link)) {
                    String measure = link.getContents().split(" ")[5];
                    Place to = place(link, document);
                    assertThat(link.getContents())
                            .isEqualTo("Go to the row of " + measure + " on page " + (to.page() + 1));
                    links.put(measure, to);
                }
            }
        }

        assertThat(misses).hasSizeGreaterThan(1);
        assertThat(links.keySet()).containsAll(rows.keySet());
        rows.forEach((measure, row) -> {
            Place to = Objects.requireNonNull(links.get(measure));
            assertThat(to.page()).as(measure).isEqualTo(row.page());
            assertThat(row.y() - to.y()).as(measure).isBetween(-1.0, NEAR);
        });
        Set<Integer> pages = new HashSet<>();
        rows.values().forEach(row -> pages.add(row.page()));
        assertThat(pages).as("rows on each page of the scorecard").containsExactlyInAnyOrder(1, 2, LAST_OF_SCORECARD);
    }

    private static boolean isToRow(PDAnnotationLink link) {
        return link.getContents().startsWith("Go to the row of ");
    }

    private static Place place(PDAnnotationLink link, PDDocument document) throws IOException {
        PDDestination destination =
                link.getAction() instanceof PDActionGoTo go ? go.getDestination() : link.getDestination();
        assertThat(destination).isInstanceOf(PDPageXYZDestination.class);
        PDPageXYZDestination to = (PDPageXYZDestination) destination;
        int page = document.getPages().indexOf(to.getPage());
        return new Place(page, document.getPage(page).getMediaBox().getHeight() - to.getTop());
    }

    /** Where the scorecard's row of a kind has its title. */
    private static Place row(PDDocument document, int kind) throws IOException {
        Place[] found = new Place[1];
        for (int page = 1; page <= LAST_OF_SCORECARD; page++) {
            int at = page;
            PDFTextStripper stripper = new PDFTextStripper() {
                private double first;

                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    if (text.startsWith("Share of professional")) {
                        first = positions.get(0).getYDirAdj();
                    }
                    if (found[0] == null && text.matches("(.* )?kind " + kind)) {
                        found[0] = new Place(at, first);
                    }
                }
            };
            stripper.setSortByPosition(false);
            stripper.setStartPage(page + 1);
            stripper.setEndPage(page + 1);
            stripper.getText(document);
        }
        return Objects.requireNonNull(found[0], () -> "no row of kind " + kind);
    }
}

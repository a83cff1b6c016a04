package counterpart.report.pdf;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import counterpart.report.Briefing;
import counterpart.report.EditionDraft;
import counterpart.report.Room;
import counterpart.report.SummaryPage;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints an edition as PDF/A-2a and PDF/UA-1. The same draft gives the same bytes. Nothing outside the template folder
 * is ever read, and a text that the font cannot show is refused.
 */
public final class PdfPress {
    private static final Logger log = LoggerFactory.getLogger(PdfPress.class);
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private record Printed(byte[] pdf, int pages, int summaryPages) {}

    /** Pages as they were composed and printed. */
    public record Printing(EditionDraft draft, byte[] pdf, int pages) {}

    static {
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    private final PageFonts fonts;
    private final Predicate<SummaryPage> fits;
    private final PageTemplates templates = new PageTemplates();

    public PdfPress(PageFonts fonts) {
        this(fonts, page -> SummaryFit.loosest(fonts, page).isPresent());
    }

    /** @param fits whether page 1 fits, judged before it is printed; what is printed decides */
    PdfPress(PageFonts fonts, Predicate<SummaryPage> fits) {
        this.fonts = fonts;
        this.fits = fits;
    }

    /**
     * Composes the pages so that page 1 fits, and prints them. Wordy cards make it closer set first; then the last cards
     * of its highest column fall away, then rows and lines.
     *
     * @throws UnprintableException when a text cannot be shown or the renderer complained
     */
    public Printing print(Briefing briefing) throws IOException {
        Room room = Room.full();
        EditionDraft draft = EditionDraft.of(briefing, room);
        Optional<Room> less = fits.test(draft.summary()) ? Optional.empty() : less(draft, room);
        while (less.isPresent()) {
            room = less.get();
            draft = EditionDraft.of(briefing, room);
            less = fits.test(draft.summary()) ? Optional.empty() : less(draft, room);
        }
        Printed printed = printed(draft);
        while (printed.summaryPages() > 1 && less(draft, room).isPresent()) {
            room = less(draft, room).orElseThrow();
            log.info(
                    "page 1 of {} is too full as printed; printing with room={}",
                    draft.facts().partnership(),
                    room);
            draft = EditionDraft.of(briefing, room);
            printed = printed(draft);
        }
        return new Printing(draft, printed.pdf(), printed.pages());
    }

    /**
     * Prints the pages as they are composed.
     *
     * @throws UnprintableException when a text cannot be shown or the renderer complained
     */
    public byte[] print(EditionDraft draft) throws IOException {
        return printed(draft).pdf();
    }

    private Optional<Room> less(EditionDraft draft, Room room) {
        return new SummaryFit(fonts, draft.summary(), Tightness.CLOSE).less(room);
    }

    private Printed printed(EditionDraft draft) throws IOException {
        Tightness summary = SummaryFit.loosest(fonts, draft.summary()).orElse(Tightness.CLOSE);
        Tightness scorecard = new ScorecardFit(fonts, draft.scorecard()).best();
        return print(draft, new PageLayout(fonts, draft, summary, scorecard));
    }

    private Printed print(EditionDraft draft, PageLayout layout) throws IOException {
        String pages = templates.fill(draft, layout);
        refuseCharactersWithoutGlyph(pages);
        List<String> complaints = new ArrayList<>();
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        Printed printed;
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder builder = builder(document, pages, complaints);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                Stamp.on(document, draft.facts().asOf(), documentId(draft));
                document.save(pdf);
                printed = new Printed(pdf.toByteArray(), document.getNumberOfPages(), scorecardStart(document));
            }
        }
        if (!complaints.isEmpty()) {
            throw new UnprintableException("the pages cannot be printed: " + String.join("; ", complaints));
        }
        return printed;
    }

    /** How many pages stand before the scorecard, by its bookmark. */
    private static int scorecardStart(PDDocument document) throws IOException {
        int start = 1;
        for (PDOutlineItem item :
                document.getDocumentCatalog().getDocumentOutline().children()) {
            PDPage page = item.findDestinationPage(document);
            start = document.getPages().indexOf(page);
        }
        return start;
    }

    private PdfRendererBuilder builder(PDDocument document, String pages, List<String> complaints) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(SRGB);
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.withProducer("Counterpart");
        fonts.registerWith(builder, document);
        builder.useProtocolsStreamImplementation(TemplateFolder::open, Set.of(TemplateFolder.SCHEME));
        for (ExternalResourceControlPriority time : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((address, type) -> isAllowed(address), time);
        }
        builder.withDiagnosticConsumer(diagnostic -> hear(diagnostic, complaints));
        builder.withHtmlContent(pages, null);
        builder.toStream(OutputStream.nullOutputStream());
        return builder;
    }

    private static boolean isAllowed(String address) {
        return address.startsWith("data:image/svg+xml;base64,") || TemplateFolder.holds(address);
    }

    /** The renderer goes on after a fault and leaves something out; for us any complaint is the end. */
    private static void hear(Diagnostic diagnostic, List<String> complaints) {
        String level = diagnostic.getLevel().getName();
        String message = diagnostic.getFormattedMessage();
        if (level.equals("WARNING") || level.equals("SEVERE") || message.contains("Font list is empty")) {
            complaints.add(message);
        }
    }

    private void refuseCharactersWithoutGlyph(String pages) {
        for (int i = 0; i < pages.length(); i += Character.charCount(pages.codePointAt(i))) {
            int character = pages.codePointAt(i);
            if (!fonts.shows(character)) {
                String before = pages.substring(Math.max(0, i - 30), i).replaceAll("<[^>]*>?|^[^<]*>", "");
                throw new UnprintableException(String.format(
                        "the font has no character U+%04X, which stands after '%s'; take it out of the name or the"
                                + " register that holds it",
                        character, before.strip()));
            }
        }
    }

    private static long documentId(EditionDraft draft) {
        return Long.parseUnsignedLong(draft.facts().dataHash().substring(0, 16), 16);
    }
}

package counterpart.report.pdf;

import counterpart.report.PrintedPages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** Reads a finished PDF back as an inspector sees it. */
public final class PdfReading {
    private final List<String> headings = new ArrayList<>();
    private final List<String> pictures = new ArrayList<>();
    private int headerCellsWithoutScope;
    private int tables;
    private double smallestText = Double.MAX_VALUE;

    private PdfReading() {}

    /** @throws IOException when the bytes are no PDF */
    public static PrintedPages of(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PdfReading().read(document, pdf.length);
        }
    }

    private PrintedPages read(PDDocument document, long bytes) throws IOException {
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        if (catalog.getStructureTreeRoot() != null) {
            walk(catalog.getStructureTreeRoot());
        }
        List<String> texts = texts(document);
        PDMarkInfo mark = catalog.getMarkInfo();
        PDViewerPreferences preferences = catalog.getViewerPreferences();
        return new PrintedPages(
                sizes(document),
                texts,
                fonts(document),
                headings,
                pictures,
                headerCellsWithoutScope,
                tables,
                deadLinks(document),
                bookmarks(catalog),
                orEmpty(catalog.getLanguage()),
                orEmpty(document.getDocumentInformation().getTitle()),
                preferences != null && preferences.displayDocTitle(),
                mark != null && mark.isMarked(),
                isTransparent(document),
                smallestText,
                bytes);
    }

    private void walk(PDStructureNode node) {
        for (Object kid : node.getKids()) {
            if (!(kid instanceof PDStructureElement element)) {
                continue;
            }
            String type = orEmpty(element.getStructureType());
            if (type.matches("H[1-6]")) {
                headings.add(type);
            } else if (type.equals("Figure")) {
                pictures.add(orEmpty(element.getAlternateDescription()));
            } else if (type.equals("TH") && !hasScope(element)) {
                headerCellsWithoutScope++;
            } else if (type.equals("Table")) {
                tables++;
            }
            walk(element);
        }
    }

    private static boolean hasScope(PDStructureElement element) {
        COSBase attributes = element.getCOSObject().getDictionaryObject(COSName.A);
        return attributes instanceof COSDictionary dictionary && dictionary.containsKey("Scope");
    }

    private List<String> texts(PDDocument document) throws IOException {
        List<String> texts = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                smallestText = Math.min(smallestText, text.getYScale());
                super.processTextPosition(text);
            }
        };
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            texts.add(stripper.getText(document));
        }
        return texts;
    }

    private static List<PrintedPages.Size> sizes(PDDocument document) {
        List<PrintedPages.Size> sizes = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            sizes.add(new PrintedPages.Size(
                    page.getMediaBox().getWidth(), page.getMediaBox().getHeight()));
        }
        return sizes;
    }

    private static List<PrintedPages.Font> fonts(PDDocument document) throws IOException {
        Map<String, PrintedPages.Font> fonts = new LinkedHashMap<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                boolean isSubset = font.getName().matches("[A-Z]{6}\\+.*");
                boolean isReadable = font.getCOSObject().containsKey(COSName.TO_UNICODE);
                fonts.put(
                        font.getName(), new PrintedPages.Font(font.getName(), font.isEmbedded(), isSubset, isReadable));
            }
        }
        return List.copyOf(fonts.values());
    }

    private static int deadLinks(PDDocument document) throws IOException {
        int dead = 0;
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation instanceof PDAnnotationLink link) {
                    boolean hasTarget = link.getDestination() != null || link.getAction() != null;
                    boolean isDescribed = !orEmpty(link.getContents()).isBlank();
                    dead += hasTarget && isDescribed ? 0 : 1;
                }
            }
        }
        return dead;
    }

    private static List<String> bookmarks(PDDocumentCatalog catalog) {
        List<String> bookmarks = new ArrayList<>();
        if (catalog.getDocumentOutline() != null) {
            for (PDOutlineItem item : catalog.getDocumentOutline().children()) {
                bookmarks.add(orEmpty(item.getTitle()));
            }
        }
        return bookmarks;
    }

    private static boolean isTransparent(PDDocument document) {
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getExtGStateNames()) {
                PDExtendedGraphicsState state = page.getResources().getExtGState(name);
                Float stroke = state.getStrokingAlphaConstant();
                Float fill = state.getNonStrokingAlphaConstant();
                if ((stroke != null && stroke < 1) || (fill != null && fill < 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

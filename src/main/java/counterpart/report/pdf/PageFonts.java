package counterpart.report.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Source Sans 3 in the three weights of the pages. */
public final class PageFonts {
    private static final String FAMILY = "Source Sans 3";

    private final Map<Integer, byte[]> files = new TreeMap<>();
    private final Map<Integer, TrueTypeFont> metrics = new TreeMap<>();
    private final CmapLookup characters;

    /** @throws IOException when a font file of this build cannot be parsed */
    public PageFonts() throws IOException {
        files.put(400, TemplateFolder.read("fonts/SourceSans3-Regular.ttf"));
        files.put(600, TemplateFolder.read("fonts/SourceSans3-SemiBold.ttf"));
        files.put(700, TemplateFolder.read("fonts/SourceSans3-Bold.ttf"));
        for (int weight : files.keySet()) {
            metrics.put(weight, parsed(weight));
        }
        this.characters = font(400).getUnicodeCmapLookup();
    }

    /** Whether the pages can show a character; one that they cannot would vanish or become another. */
    public boolean shows(int codePoint) {
        return codePoint == '\n' || codePoint == '\r' || codePoint == '\t' || characters.getGlyphId(codePoint) != 0;
    }

    /** A stretch of text in one weight. */
    record Run(String text, int weight) {}

    /** How many lines a text takes in a column, broken between words. Lengths are points. */
    int lines(String text, int weight, double size, double column) {
        return lines(List.of(new Run(text, weight)), size, column);
    }

    /** As {@link #lines(String, int, double, double)}, for stretches of several weights that follow each other. */
    int lines(List<Run> runs, double size, double column) {
        int lines = 1;
        double used = 0;
        for (Run run : runs) {
            double space = width(" ", run.weight(), size);
            for (String word : run.text().strip().split("[ \\n]+")) {
                double length = width(word, run.weight(), size);
                if (used > 0 && used + space + length > column) {
                    lines++;
                    used = length;
                } else {
                    used += (used > 0 ? space : 0) + length;
                }
            }
        }
        return lines;
    }

    /** The length of a text on one line, in points. */
    double width(String text, int weight, double size) {
        try {
            TrueTypeFont font = font(weight);
            double units = 0;
            for (int character : text.codePoints().toArray()) {
                units += font.getAdvanceWidth(characters.getGlyphId(character));
            }
            return units * size / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("the metrics of a font of this build cannot be read", e);
        }
    }

    private TrueTypeFont font(int weight) {
        TrueTypeFont font = metrics.get(weight);
        if (font == null) {
            throw new IllegalArgumentException("the pages have no font of weight " + weight);
        }
        return font;
    }

    /**
     * Gives the fonts to a renderer. Text fonts are loaded with ligatures off: a ligature has no character of its own, so
     * the text could no longer be read out or searched. Pictures get the upright regular and bold only.
     */
    void registerWith(PdfRendererBuilder builder, PDDocument document) throws IOException {
        for (Map.Entry<Integer, byte[]> file : files.entrySet()) {
            TrueTypeFont font = parsed(file.getKey());
            font.setEnableGsub(false);
            PDFontSupplier supplier = new PDFontSupplier(PDType0Font.load(document, font, true));
            builder.useFont(supplier, FAMILY, file.getKey(), FontStyle.NORMAL, true);
            if (file.getKey() != 600) {
                builder.useFont(
                        () -> new ByteArrayInputStream(file.getValue()),
                        FAMILY,
                        file.getKey(),
                        FontStyle.NORMAL,
                        true,
                        EnumSet.of(FSFontUseCase.SVG));
            }
        }
    }

    private TrueTypeFont parsed(int weight) throws IOException {
        byte[] file = files.get(weight);
        if (file == null) {
            throw new IllegalArgumentException("the pages have no font of weight " + weight);
        }
        return new TTFParser().parse(new RandomAccessReadBuffer(file));
    }
}

package counterpart.report;

import java.util.List;

/**
 * What a finished PDF says of itself when it is read back.
 *
 * @param texts the text of each page in reading order
 * @param fonts every font on a page
 * @param headings tags of headings in order, for example {@code H1}
 * @param pictures the alternative text of each figure; empty where there is none
 * @param deadLinks links without a description or without a target
 * @param smallestText in points; pictures' labels are not text
 */
public record PrintedPages(
        List<Size> sizes,
        List<String> texts,
        List<Font> fonts,
        List<String> headings,
        List<String> pictures,
        int headerCellsWithoutScope,
        int tables,
        int deadLinks,
        List<String> bookmarks,
        String language,
        String title,
        boolean showsTitle,
        boolean isTagged,
        boolean isTransparent,
        double smallestText,
        long bytes) {
    /** A page in points. */
    public record Size(double width, double height) {}

    /** A font as the file holds it. */
    public record Font(String name, boolean embedded, boolean subset, boolean readable) {}

    public PrintedPages {
        sizes = List.copyOf(sizes);
        texts = List.copyOf(texts);
        fonts = List.copyOf(fonts);
        headings = List.copyOf(headings);
        pictures = List.copyOf(pictures);
        bookmarks = List.copyOf(bookmarks);
    }
}

package counterpart.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A count by kinds, with what must not be seen already taken out: no cell of 1 to 10 stands in it, and none can be
 * derived from the others and the total.
 *
 * @param rows the most first; those that are hidden last
 * @param total the count of all; none when it is hidden too
 */
public record Breakdown(List<Row> rows, @Nullable Long total) {
    /** Nothing to break down. */
    public static final Breakdown NONE = new Breakdown(List.of(), 0L);

    /**
     * One kind.
     *
     * @param kind a code, for example the reason code of a denial
     * @param count how many; none when it is hidden, which prints as "<11" or with the words of suppression
     */
    public record Row(String kind, @Nullable Long count) {}

    public Breakdown {
        rows = List.copyOf(rows);
    }
}

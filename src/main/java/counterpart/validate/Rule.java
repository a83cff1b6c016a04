package counterpart.validate;

import counterpart.model.BookRow;
import java.time.LocalDate;
import java.util.List;

/** One check of one row of the books. It looks at nothing but the row and the day on which the file came. */
public interface Rule<R extends BookRow> {
    Edit edit();

    /** The field that a finding points at, by its name in the books, for example {@code birth_date}. */
    String field();

    /**
     * The fields without which the rule can say nothing, because a layout that does not map them leaves them blank on
     * every row; the rule is asked only where all of them are mapped.
     */
    default List<String> needs() {
        return List.of();
    }

    /**
     * Whether the row breaks the rule.
     *
     * @param today the day on which the file came into our keeping, in the partner's zone
     */
    boolean isBrokenBy(R row, LocalDate today);

    /** A row that keeps the rule; it is judged on {@link ExampleRow#TODAY}. */
    R passes();

    /** A row that breaks the rule; it is judged on {@link ExampleRow#TODAY}. */
    R fails();
}

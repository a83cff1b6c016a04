package counterpart.reconcile.book;

import counterpart.books.ActiveLoad;
import counterpart.books.Books;
import counterpart.model.FeedId;
import counterpart.partner.Partnership;
import counterpart.reconcile.Difference;
import counterpart.reconcile.MemberRoll;
import counterpart.reconcile.PaidAfterTerm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds the states of a partnership's eligibility against each other: coverage that was ended in hindsight, with what had
 * been paid meanwhile (R3), and member months from one month's state to the next (R4). What is found in hindsight is left
 * in a working folder: {@code paid_after_term.parquet} and {@code term_difference.parquet}.
 */
public final class MembershipBook {
    private static final String PAID = "paid_after_term.parquet";
    private static final String DIFFERENCES = "term_difference.parquet";
    private static final Set<String> WHOLE = Set.of("FULL", "HIST");
    /** Older files are not asked any more what they believed. */
    private static final int MONTHS_BACK = 12;

    private final Books books;
    private final BookReading reading;

    public MembershipBook(Books books) {
        this.books = books;
        this.reading = new BookReading(books, "members");
    }

    /** Finds retroactive terminations and what was paid after them. */
    public PaidAfterTerm findTerminations(Partnership partnership, LocalDate asOf, Path work) {
        Optional<ActiveLoad> newest = newest(partnership.books().coverage(), asOf);
        if (newest.isEmpty()) {
            return PaidAfterTerm.NONE;
        }
        return reading.onBooks(partnership.id(), parameters(partnership, newest.get()), sql -> {
            sql.statement("find_retroactive_terminations").update();
            sql.statement("add_paid_after_term").update();
            sql.statement("list_term_differences").update();
            sql.save("paid_after_term", work.resolve(PAID));
            sql.save("difference", work.resolve(DIFFERENCES));
            return terminations(sql);
        });
    }

    /** What {@link #findTerminations} counted. */
    public PaidAfterTerm terminations(Partnership partnership, Path work) {
        if (!Files.exists(work.resolve(PAID))) {
            return PaidAfterTerm.NONE;
        }
        return reading.onFiles(partnership.id(), Map.of(), sql -> {
            sql.open("paid_after_term", work.resolve(PAID));
            return terminations(sql);
        });
    }

    /** What {@link #findTerminations} found. */
    public List<Difference> differences(Partnership partnership, Path work) {
        if (!Files.exists(work.resolve(DIFFERENCES))) {
            return List.of();
        }
        return reading.onFiles(partnership.id(), Map.of(), sql -> {
            sql.open("difference", work.resolve(DIFFERENCES));
            return sql.statement("read_differences")
                    .query(BreakRows::difference)
                    .list();
        });
    }

    /**
     * Rolls member months forward, month by month over the last year, as far as the books have a state of the month
     * before. The closing of a month is counted apart from its movements.
     */
    public List<MemberRoll> roll(Partnership partnership, LocalDate asOf) {
        Optional<ActiveLoad> newest = newest(partnership.books().coverage(), asOf);
        if (newest.isEmpty()) {
            return List.of();
        }
        return reading.onBooks(partnership.id(), parameters(partnership, newest.get()), sql -> {
            Map<String, Long> closing = new HashMap<>();
            sql.statement("count_closing_members").query(row -> {
                closing.put(row.getString(1), row.getLong(2));
            });
            return sql.statement("roll_members")
                    .query((row, n) -> new MemberRoll(
                            YearMonth.parse(row.getString(1)),
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6),
                            row.getLong(7),
                            closing.getOrDefault(row.getString(1), 0L)))
                    .list();
        });
    }

    private static PaidAfterTerm terminations(ReconcileSql sql) {
        return sql.statement("count_terminations")
                .query((row, n) -> new PaidAfterTerm(
                        row.getLong(1), row.getLong(2), row.getLong(3), row.getObject(4, LocalDate.class)))
                .single();
    }

    private Optional<ActiveLoad> newest(FeedId feed, LocalDate asOf) {
        return books.active().stream()
                .filter(load -> load.feed().equals(feed) && WHOLE.contains(load.mode()))
                .filter(load -> !load.asOf().isAfter(asOf))
                .max(Comparator.comparing(ActiveLoad::asOf)
                        .thenComparing(load -> load.load().value()));
    }

    private static Map<String, Object> parameters(Partnership partnership, ActiveLoad newest) {
        FeedId coverage = partnership.books().coverage();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("newest_load", newest.load().value());
        parameters.put("newest_day", newest.asOf());
        parameters.put("since", newest.asOf().minusMonths(MONTHS_BACK));
        parameters.put(
                "first_month",
                YearMonth.from(newest.asOf()).minusMonths(MONTHS_BACK).atDay(1));
        parameters.put("coverage_feed", coverage.toString());
        parameters.put("coverage_partner", coverage.partner().value());
        parameters.put("is_left", coverage.partner().equals(partnership.left()));
        parameters.put("medical_feed", text(partnership.books().medical()));
        parameters.put("pharmacy_feed", text(partnership.books().pharmacy()));
        parameters.put("member_month_rule", partnership.memberMonthRule().name());
        return parameters;
    }

    private static String text(@Nullable FeedId feed) {
        return feed == null ? "" : feed.toString();
    }
}

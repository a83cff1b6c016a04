package counterpart.reconcile.book;

import counterpart.books.ActiveLoad;
import counterpart.books.Books;
import counterpart.model.FeedId;
import counterpart.partner.Partnership;
import counterpart.reconcile.Difference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the two rosters of a partnership against each other (R2) in the books, as both describe one common day: the
 * earlier of the two days to which the sides' newest files speak. Of each side the file of that day is taken, or the next
 * one, which knows that day too. What is found is left in a working folder: {@code compared_member.parquet} and
 * {@code roster_difference.parquet}.
 */
public final class RosterBook {
    private static final String COMPARED = "compared_member.parquet";
    private static final String DIFFERENCES = "roster_difference.parquet";
    private static final Set<String> WHOLE = Set.of("FULL", "HIST");

    private final Books books;
    private final BookReading reading;

    public RosterBook(Books books) {
        this.books = books;
        this.reading = new BookReading(books, "rosters");
    }

    /**
     * Members by outcome: {@code all = matched + onlyLeft + onlyRight + different + unclear}.
     *
     * @param unclear groups in which nobody is told apart, and ids under which the sides know different people
     */
    public record Outcomes(long all, long matched, long onlyLeft, long onlyRight, long different, long unclear) {
        /** Of a partnership without two rosters, or as long as a side has sent none. */
        public static final Outcomes NONE = new Outcomes(0, 0, 0, 0, 0, 0);

        public Outcomes {
            if (all != matched + onlyLeft + onlyRight + different + unclear) {
                throw new IllegalArgumentException("the rosters do not conserve: " + all + " members, but "
                        + (matched + onlyLeft + onlyRight + different + unclear) + " accounted for");
            }
        }
    }

    private record Chosen(ActiveLoad left, ActiveLoad right, LocalDate commonDay) {}

    /** Matches the members of both rosters; everybody whom a side covers on the common day has one outcome. */
    public Outcomes match(Partnership partnership, LocalDate asOf, Path work) {
        Partnership.Roster roster = partnership.roster();
        if (roster == null) {
            return Outcomes.NONE;
        }
        Optional<Chosen> chosen = chosen(roster, asOf);
        if (chosen.isEmpty()) {
            return Outcomes.NONE;
        }
        return reading.onBooks(partnership.id(), parameters(partnership, roster, chosen.get()), sql -> {
            sql.statement("list_roster_persons").update();
            sql.statement("list_roster_keys").update();
            sql.statement("create_roster_match").update();
            for (Partnership.Rung rung : roster.rungs()) {
                sql.statement("climb_rung").param("rung", rung.name()).update();
            }
            sql.statement("list_roster_standing").update();
            sql.statement("compare_members").update();
            sql.statement("list_roster_differences").update();
            nameCauses(chosen.get(), sql);
            sql.save("compared_member", work.resolve(COMPARED));
            sql.save("difference", work.resolve(DIFFERENCES));
            return outcomes(sql);
        });
    }

    /** What {@link #match} counted. */
    public Outcomes outcomes(Partnership partnership, Path work) {
        Partnership.Roster roster = partnership.roster();
        if (roster == null || !Files.exists(work.resolve(COMPARED))) {
            return Outcomes.NONE;
        }
        return reading.onFiles(partnership.id(), Map.of("source_side", sourceSide(partnership, roster)), sql -> {
            sql.open("compared_member", work.resolve(COMPARED));
            sql.open("difference", work.resolve(DIFFERENCES));
            return outcomes(sql);
        });
    }

    /** What {@link #match} found to differ. */
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

    private static Outcomes outcomes(ReconcileSql sql) {
        return sql.statement("count_members")
                .query((row, n) -> new Outcomes(
                        row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)))
                .single();
    }

    private void nameCauses(Chosen chosen, ReconcileSql sql) {
        sql.statement("list_lacked_members").update();
        sql.statement("create_rejected_member").update();
        findRejected("LEFT", chosen.left(), sql);
        findRejected("RIGHT", chosen.right(), sql);
        sql.statement("name_roster_causes").update();
    }

    private void findRejected(String side, ActiveLoad load, ReconcileSql sql) {
        Path folder = books.folderOf(load.load());
        Path rejects = folder.resolve("reject.parquet");
        if (Files.exists(rejects)) {
            sql.withFiles("find_rejected_members", Map.of(":files", ReconcileSql.list(List.of(rejects))))
                    .param("side", side)
                    .update();
        }
        Path verdicts = folder.resolve("verdict.parquet");
        Path spans = folder.resolve("coverage_span.parquet");
        if (Files.exists(verdicts) && Files.exists(spans)) {
            sql.withFiles(
                            "find_rejected_spans",
                            Map.of(
                                    ":verdict_files", ReconcileSql.list(List.of(verdicts)),
                                    ":span_files", ReconcileSql.list(List.of(spans))))
                    .param("side", side)
                    .update();
        }
    }

    private Optional<Chosen> chosen(Partnership.Roster roster, LocalDate asOf) {
        Optional<LocalDate> left = newest(roster.left(), asOf);
        Optional<LocalDate> right = newest(roster.right(), asOf);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        LocalDate common = left.get().isBefore(right.get()) ? left.get() : right.get();
        return Optional.of(new Chosen(describing(roster.left(), common), describing(roster.right(), common), common));
    }

    private Optional<LocalDate> newest(FeedId feed, LocalDate asOf) {
        return books.active().stream()
                .filter(load -> isWhole(load, feed) && !load.asOf().isAfter(asOf))
                .map(ActiveLoad::asOf)
                .max(LocalDate::compareTo);
    }

    private ActiveLoad describing(FeedId feed, LocalDate day) {
        return books.active().stream()
                .filter(load -> isWhole(load, feed) && !load.asOf().isBefore(day))
                .min(Comparator.comparing(ActiveLoad::asOf)
                        .thenComparing(load -> load.load().value(), Comparator.reverseOrder()))
                .orElseThrow();
    }

    private static boolean isWhole(ActiveLoad load, FeedId feed) {
        return load.feed().equals(feed) && WHOLE.contains(load.mode());
    }

    private static Map<String, Object> parameters(Partnership partnership, Partnership.Roster roster, Chosen chosen) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("left_load", chosen.left().load().value());
        parameters.put("right_load", chosen.right().load().value());
        parameters.put("common_day", chosen.commonDay());
        parameters.put("source_side", sourceSide(partnership, roster));
        parameters.put("source", roster.sourceOfTruth().value());
        parameters.put(
                "other_side", partnership.counterpartOf(roster.sourceOfTruth()).value());
        parameters.put("compared", roster.compared().stream().map(Enum::name).toList());
        return parameters;
    }

    private static String sourceSide(Partnership partnership, Partnership.Roster roster) {
        return roster.sourceOfTruth().equals(partnership.left()) ? "LEFT" : "RIGHT";
    }
}

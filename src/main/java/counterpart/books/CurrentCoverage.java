package counterpart.books;

import counterpart.model.CoverageSpan;
import counterpart.model.FeedId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;

/**
 * Who is covered as far as we know: of each feed the newest full file, with the spans that it left out and that were
 * carried over ({@code carried_span.parquet} of its load), and the changes that came after it. Full files are ordered by
 * as-of date and arrival; a change counts when its day is that of the full file or later and it arrived after it.
 */
public final class CurrentCoverage {
    private static final String CHANGES = "CHG";
    private static final Map<String, String> COLUMNS = Views.columnsOf(CoverageSpan.class);
    private static final Comparator<ActiveLoad> ORDER = Comparator.comparing(ActiveLoad::asOf)
            .thenComparing(load -> load.load().value());

    private CurrentCoverage() {}

    /**
     * Statements that make the view {@code current_coverage}: the columns of a span after {@code load_id, partner_id,
     * feed_id, carried}. It is over the loads given, whatever else counts.
     */
    public static List<String> statements(List<ActiveLoad> loads, Function<ActiveLoad, Path> folderOf) {
        Map<FeedId, List<ActiveLoad>> byFeed = new TreeMap<>(Comparator.comparing(FeedId::toString));
        loads.forEach(load ->
                byFeed.computeIfAbsent(load.feed(), f -> new ArrayList<>()).add(load));
        List<String> parts = new ArrayList<>();
        boolean changed = false;
        for (List<ActiveLoad> ofFeed : byFeed.values()) {
            List<ActiveLoad> counting = counting(ofFeed);
            for (int step = 0; step < counting.size(); step++) {
                changed |= step > 0;
                add(parts, counting.get(step), folderOf.apply(counting.get(step)), step);
            }
        }
        String stated = parts.isEmpty() ? noRows() : String.join("\nunion all by name\n", parts);
        return List.of(
                "create or replace temp view stated_coverage as\n" + stated,
                "create or replace temp view current_coverage as\n"
                        + (changed ? resolution() : "select s.* exclude (step) from stated_coverage s"));
    }

    /** The newest full file and then the changes after it, in order. Without a full file all changes count. */
    private static List<ActiveLoad> counting(List<ActiveLoad> loads) {
        ActiveLoad full = loads.stream()
                .filter(load -> !load.mode().equals(CHANGES))
                .max(ORDER)
                .orElse(null);
        List<ActiveLoad> counting = new ArrayList<>();
        if (full != null) {
            counting.add(full);
        }
        loads.stream()
                .filter(load -> load.mode().equals(CHANGES) && (full == null || ORDER.compare(load, full) > 0))
                .sorted(ORDER)
                .forEach(counting::add);
        return counting;
    }

    private static void add(List<String> parts, ActiveLoad load, Path folder, int step) {
        Path spans = folder.resolve("coverage_span.parquet");
        Path verdict = folder.resolve("verdict.parquet");
        Path carried = folder.resolve("carried_span.parquet");
        if (Files.exists(spans)) {
            String rejected = Files.exists(verdict)
                    ? " anti join (select row_number from read_parquet(" + text(verdict)
                            + ") where table_name = 'coverage_span') v on v.row_number = r.row_number"
                    : "";
            parts.add(part(load, spans, step, false) + rejected);
        }
        if (Files.exists(carried)) {
            parts.add(part(load, carried, step, true));
        }
    }

    private static String part(ActiveLoad load, Path file, int step, boolean carried) {
        return "select '" + load.load() + "' as load_id, '" + load.feed().partner() + "' as partner_id, '" + load.feed()
                + "' as feed_id, " + carried + " as carried, " + step + " as step, " + Views.typed("r", COLUMNS)
                + " from read_parquet(" + text(file) + ") r";
    }

    private static String noRows() {
        Map<String, String> columns = new LinkedHashMap<>();
        List.of("load_id", "partner_id", "feed_id").forEach(name -> columns.put(name, "varchar"));
        columns.put("carried", "boolean");
        columns.put("step", "integer");
        columns.putAll(COLUMNS);
        return Views.noRows(columns);
    }

    private static String resolution() {
        try {
            return new ClassPathResource("sql/books/resolve_coverage.sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the program lacks its file sql/books/resolve_coverage.sql; install it again", e);
        }
    }

    private static String text(Path file) {
        return "'" + Sql.quoted(file.toString()) + "'";
    }
}

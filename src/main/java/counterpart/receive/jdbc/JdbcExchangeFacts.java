package counterpart.receive.jdbc;

import counterpart.model.FeedId;
import counterpart.model.FeedName;
import counterpart.model.FileId;
import counterpart.model.PartnerId;
import counterpart.partner.Configuration;
import counterpart.receive.ExchangeFacts;
import counterpart.receive.Expectation;
import counterpart.receive.FileState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Facts about files out of the custody ledger. */
public final class JdbcExchangeFacts implements ExchangeFacts {
    /** What a header says of a history file. */
    static final String HISTORY = "HIST";

    private final JdbcClient control;
    private final JdbcExpectations expectations;
    private final Configuration configuration;

    private record Row(
            FileId file,
            FeedId feed,
            Instant arrivedAt,
            FileState state,
            boolean history,
            boolean original,
            long read,
            long accepted,
            long rejected,
            @Nullable String reasonCode) {
        /** The same content as the answer to another expectation: it was not read again, so it has no rows. */
        Row sentAgain() {
            return new Row(file, feed, arrivedAt, state, history, original, 0, 0, 0, reasonCode);
        }
    }

    public JdbcExchangeFacts(JdbcClient control, JdbcExpectations expectations, Configuration configuration) {
        this.control = control;
        this.expectations = expectations;
        this.configuration = configuration;
    }

    @Override
    public List<Fact> between(LocalDate first, LocalDate last) {
        Map<FileId, Row> files = files(first, last);
        Set<String> excused = expectations.excused(first, last);
        Set<FileId> answering = new HashSet<>();
        List<Fact> facts = new ArrayList<>();
        for (Expectation expectation : expectations.between(first, last)) {
            if (!configuration.has(expectation.feed())) {
                continue;
            }
            FileId file = expectation.file();
            Row row = file == null ? null : files.get(file);
            if (row != null && !row.arrivedAt().equals(expectation.arrivedAt())) {
                row = row.sentAgain();
            }
            if (file != null) {
                answering.add(file);
            }
            facts.add(fact(expectation, row, excused.contains(expectation.feed() + " " + expectation.businessDate())));
        }
        for (Row row : files.values()) {
            if (answering.contains(row.file()) || !configuration.has(row.feed())) {
                continue;
            }
            LocalDate day = dayOf(row);
            if (!day.isBefore(first) && !day.isAfter(last) && !answersAny(row.file())) {
                facts.add(unexpected(row, day));
            }
        }
        facts.sort(Comparator.comparing(Fact::feed)
                .thenComparing(Fact::businessDate)
                .thenComparing(f -> f.file() == null ? "" : f.file().value()));
        return facts;
    }

    private static Fact fact(Expectation expected, @Nullable Row row, boolean excused) {
        return new Fact(
                expected.feed(),
                expected.businessDate(),
                expected.dueAt(),
                expected.arrivedAt(),
                expected.file(),
                row == null ? expected.state() : row.state(),
                expected.late() && !excused,
                false,
                row != null,
                row == null ? 0 : row.read(),
                row == null ? 0 : row.accepted(),
                row == null ? 0 : row.rejected(),
                row == null ? null : row.reasonCode(),
                excused);
    }

    private Fact unexpected(Row row, LocalDate day) {
        boolean uncalendared = configuration.feed(row.feed()).due() == null;
        return new Fact(
                row.feed(),
                day,
                null,
                row.arrivedAt(),
                row.file(),
                row.state(),
                false,
                row.history(),
                uncalendared && row.original() && !row.history(),
                row.read(),
                row.accepted(),
                row.rejected(),
                row.reasonCode(),
                false);
    }

    private boolean answersAny(FileId file) {
        return control.sql("select count(*) from expectation where file_id = :id")
                        .param("id", file.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private LocalDate dayOf(Row row) {
        return row.arrivedAt()
                .atZone(configuration.partner(row.feed().partner()).zone())
                .toLocalDate();
    }

    private Map<FileId, Row> files(LocalDate first, LocalDate last) {
        Map<FileId, Row> rows = new LinkedHashMap<>();
        control.sql(SqlText.of("list_exchange_files"))
                .param("firstDay", first)
                .param("lastDay", last)
                .param("fromInstant", first.minusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("toInstant", last.plusDays(2).atStartOfDay().atOffset(ZoneOffset.UTC))
                .query((row, n) -> read(row))
                .list()
                .forEach(row -> rows.put(row.file(), row));
        return rows;
    }

    private static Row read(ResultSet row) throws SQLException {
        String submission = row.getString("submission_type");
        return new Row(
                new FileId(row.getString("file_id")),
                new FeedId(new PartnerId(row.getString("partner_id")), new FeedName(row.getString("feed_name"))),
                Instants.read(row, "arrived_at"),
                FileState.valueOf(row.getString("state")),
                HISTORY.equals(row.getString("file_mode")),
                submission == null || submission.equals("O"),
                row.getLong("rows_read"),
                row.getLong("rows_accepted"),
                row.getLong("rows_rejected"),
                row.getString("reason_code"));
    }
}

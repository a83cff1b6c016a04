package counterpart.operate;

import counterpart.model.FeedId;
import counterpart.model.Home;
import counterpart.model.PartnershipId;
import counterpart.partner.Configuration;
import counterpart.partner.Partnership;
import counterpart.receive.CollectSummaries;
import counterpart.receive.Custody;
import counterpart.receive.Custody.PastFile;
import counterpart.receive.ExchangeFacts;
import counterpart.reconcile.MemberRoll;
import counterpart.reconcile.PaidAfterTerm;
import counterpart.reconcile.ReconciledBooks;
import counterpart.reconcile.Reconciliations;
import counterpart.sample.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sample that the product took in night by night, and everything that it then said of it, as text that can be held
 * against the truth files.
 *
 * @param files {@code name state read accepted rejected}
 * @param findings {@code name line code severity}; line 0 for the file as a whole
 * @param breaks {@code entity attribute category left right impact opened closed cause}, one for each episode
 * @param measures {@code partnership measure month numerator denominator}
 * @param rolls {@code month opening retroAdds retroTerms adds reinstated terms closing}, and the last line
 *     {@code terminations withClaims paidCents}
 * @param unbalanced loads whose rows in the books are not those that the custody ledger counts as accepted
 * @param failures jobs of the nights that failed
 */
record Played(
        Path truth,
        List<LocalDate> nights,
        List<String> files,
        List<String> findings,
        List<String> breaks,
        List<String> measures,
        List<String> rolls,
        List<String> unbalanced,
        List<String> failures) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 0);

    /** Plays every night of a scenario, and its month when it is wanted. */
    static Played play(Path folder, Scenario scenario, boolean month) throws IOException {
        Home home = new Home(folder.resolve("home"));
        Talk talk = new Talk(new PrintWriter(new StringWriter()));
        try (DemoStage stage = DemoStage.set(home, scenario, true, talk)) {
            ZoneId zone = stage.zone();
            Instant end =
                    scenario.businessDate().atTime(LocalTime.NOON).atZone(zone).toInstant();
            DemoClock clock = new DemoClock(end, zone);
            List<LocalDate> nights = DemoArrivals.days(home.root().resolve("sample/servers"), zone);
            try (Installation installation = Installation.open(home, stage.configuration(), clock, "demo")) {
                Observer observer = new Observer(installation);
                for (LocalDate night : nights) {
                    clock.moveTo(night.plusDays(1).atTime(AT_NIGHT).atZone(zone).toInstant());
                    String poll = clock.instant().toString();
                    observer.failures.addAll(
                            new Nightly(installation, talk).run(night, poll).failures());
                    observer.seeCollects(night, poll);
                    observer.seeBreaks();
                }
                clock.moveTo(end);
                if (month) {
                    for (Partnership partnership : stage.partnerships()) {
                        new Monthly(installation, talk).run(partnership, scenario.reportMonth(), false);
                    }
                    observer.seeMonth(stage);
                }
                observer.seeFiles();
                observer.seeMembers(stage.partnerships().get(0).id());
                observer.seeLate(nights.get(0), scenario.businessDate());
                return observer.seen(home.root().resolve("sample/truth"), nights);
            }
        }
    }

    /** Writes down what can be seen of an installation. */
    private static final class Observer {
        private final Installation installation;
        private final List<String> files = new ArrayList<>();
        private final List<String> findings = new ArrayList<>();
        private final Map<String, String> episodes = new TreeMap<>();
        private final List<String> measures = new ArrayList<>();
        private final List<String> rolls = new ArrayList<>();
        private final List<String> unbalanced = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();

        Observer(Installation installation) {
            this.installation = installation;
        }

        Played seen(Path truth, List<LocalDate> nights) {
            return new Played(
                    truth,
                    nights,
                    files,
                    findings,
                    List.copyOf(episodes.values()),
                    measures,
                    rolls,
                    unbalanced,
                    failures);
        }

        /** A finding of collect is about a file that was not taken; its sentence begins with the name in quotes. */
        void seeCollects(LocalDate night, String poll) {
            Configuration configuration = installation.configuration();
            CollectSummaries summaries = installation.get(CollectSummaries.class);
            configuration
                    .partnersInOrder()
                    .forEach(partner -> partner.feedsInOrder()
                            .forEach(feed -> summaries
                                    .of(new FeedId(partner.id(), feed.name()), night, poll)
                                    .findings()
                                    .forEach(finding -> findings.add(text(
                                            finding.sentence().split("'")[1],
                                            0,
                                            finding.code(),
                                            finding.severity())))));
        }

        void seeBreaks() {
            try (Connection connection = installation.books().connect()) {
                sql(connection)
                        .sql("""
                        select entity_key, attribute, category, left_value, right_value, impact_cents, first_seen,
                            closed_on, cause, episode
                        from break_ledger
                        """)
                        .query((row, n) -> Map.entry(
                                text(row.getString(1), row.getString(2), row.getInt(10)),
                                text(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getLong(6),
                                        row.getString(7),
                                        row.getString(8),
                                        row.getString(9))))
                        .list()
                        .forEach(entry -> episodes.put(entry.getKey(), entry.getValue()));
            } catch (SQLException e) {
                throw new IllegalStateException("the break ledger cannot be read", e);
            }
        }

        void seeFiles() {
            try (Connection connection = installation.books().connect()) {
                JdbcClient sql = sql(connection);
                for (PastFile past : installation.get(Custody.class).latest(10_000)) {
                    String name = past.file().remoteName();
                    past.settlement()
                            .ifPresentOrElse(
                                    s -> files.add(text(
                                            name,
                                            past.file().state(),
                                            s.rowsRead(),
                                            s.rowsAccepted(),
                                            s.rowsRejected())),
                                    () -> files.add(text(name, past.file().state(), "", "", "")));
                    Path load = installation.books().folderOf(past.file().loadId());
                    seeFindings(sql, load, name);
                    seeGuards(load, name);
                    past.settlement().ifPresent(s -> seeBalance(sql, load, name, s.rowsRead(), s.rowsAccepted()));
                }
            } catch (SQLException e) {
                throw new IllegalStateException("the books cannot be read", e);
            }
        }

        void seeLate(LocalDate first, LocalDate last) {
            Custody custody = installation.get(Custody.class);
            installation.get(ExchangeFacts.class).between(first, last).stream()
                    .filter(ExchangeFacts.Fact::late)
                    .forEach(fact -> findings.add(text(
                            Optional.ofNullable(fact.file())
                                    .flatMap(custody::find)
                                    .map(f -> f.remoteName())
                                    .orElse("no file of " + fact.feed() + " " + fact.businessDate()),
                            0,
                            "F-023",
                            "WARN")));
        }

        void seeMembers(PartnershipId partnership) {
            ReconciledBooks books =
                    installation.get(Reconciliations.class).latest(partnership).orElseThrow();
            for (MemberRoll month : books.memberRoll()) {
                rolls.add(text(
                        month.month(),
                        month.opening(),
                        month.retroAdds(),
                        month.retroTerms(),
                        month.adds(),
                        month.reinstated(),
                        month.terms(),
                        month.closing()));
            }
            PaidAfterTerm paid = books.paidAfterTerm();
            rolls.add(text(paid.terminations(), paid.withClaims(), paid.paidCents()));
        }

        void seeMonth(DemoStage stage) {
            stage.partnerships()
                    .forEach(partnership ->
                            seeMonth(partnership.id(), stage.scenario().reportMonth()));
        }

        /** Every measure of the month's scorecard, also those without a target; months without a denominator say nothing. */
        private void seeMonth(PartnershipId partnership, YearMonth reportMonth) {
            try (Connection connection = installation.books().connect()) {
                sql(connection)
                        .sql("""
                        select measure, month, cast(numerator as decimal(24, 2)), cast(denominator as decimal(24, 2))
                        from score
                        where partnership_id = :partnership and report_month = :month and revision = 1
                            and cast(denominator as decimal(24, 2)) <> 0
                        """)
                        .param("partnership", partnership.value())
                        .param("month", reportMonth.toString())
                        .query((row, n) -> text(
                                partnership,
                                row.getString(1),
                                row.getString(2),
                                row.getBigDecimal(3).stripTrailingZeros().toPlainString(),
                                row.getBigDecimal(4).stripTrailingZeros().toPlainString()))
                        .list()
                        .forEach(measures::add);
            } catch (SQLException e) {
                throw new IllegalStateException("the scorecard cannot be read", e);
            }
        }

        private void seeFindings(JdbcClient sql, Path load, String name) {
            for (String file : List.of("finding.parquet", "finding_across.parquet")) {
                if (Files.exists(load.resolve(file))) {
                    sql.sql("select line, code, severity from read_parquet(:file)")
                            .param("file", load.resolve(file).toString())
                            .query((row, n) -> text(name, row.getLong(1), row.getString(2), row.getString(3)))
                            .list()
                            .forEach(findings::add);
                }
            }
        }

        /** What was said of the file as a whole once its rows were judged is noted beside the rows. */
        private void seeGuards(Path load, String name) {
            JSON.readTree(load.resolve("intake.json").toFile())
                    .path("guardFindings")
                    .forEach(finding -> findings.add(text(
                            name,
                            finding.path("line").asInt(),
                            finding.path("code").path("value").asString(),
                            finding.path("severity").asString())));
        }

        /** A file that is not refused has each of its rows in the books or among the rejects. */
        private void seeBalance(JdbcClient sql, Path load, String name, long read, long accepted) {
            Map<String, Long> rows = new HashMap<>();
            for (Path file : parquet(load)) {
                rows.put(
                        file.getFileName().toString().replace(".parquet", ""),
                        sql.sql("select count(*) from read_parquet(:file)")
                                .param("file", file.toString())
                                .query(Long.class)
                                .single());
            }
            long booked = rows.entrySet().stream()
                    .filter(e -> List.of("coverage_span", "medical_claim", "claim_line", "pharmacy_claim")
                            .contains(e.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            long verdicts = rows.getOrDefault("verdict", 0L);
            long rejects = rows.getOrDefault("reject", 0L);
            boolean refused = accepted == 0;
            if (!refused && (booked - verdicts != accepted || booked + rejects != read)) {
                unbalanced.add(text(name, "read", read, "accepted", accepted, rows));
            }
        }

        private static List<Path> parquet(Path load) {
            try (var files = Files.list(load)) {
                return files.filter(f -> f.toString().endsWith(".parquet")).toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static JdbcClient sql(Connection connection) {
            return JdbcClient.create(new SingleConnectionDataSource(connection, true));
        }
    }

    /** Values side by side; what is absent shows as a hyphen. */
    static String text(Object... values) {
        StringBuilder text = new StringBuilder();
        for (Object value : values) {
            String one = value == null ? "" : value.toString();
            text.append(text.isEmpty() ? "" : " | ").append(one.isEmpty() ? "-" : one);
        }
        return text.toString();
    }
}

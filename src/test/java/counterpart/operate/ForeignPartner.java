package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import counterpart.books.BooksSettings;
import counterpart.books.DuckBooks;
import counterpart.measure.Measures;
import counterpart.measure.book.BookScorecards;
import counterpart.model.FeedId;
import counterpart.model.Home;
import counterpart.model.Money;
import counterpart.model.PartnerId;
import counterpart.model.PartnershipId;
import counterpart.partner.Configuration;
import counterpart.partner.Partnership;
import counterpart.partner.Secret;
import counterpart.partner.yaml.ConfigurationReader;
import counterpart.receive.Custody;
import counterpart.sample.server.DemoSftpServer;
import counterpart.validate.Rulebook;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A partner whose data nobody here wrote: the files of a public corpus, delivered to a server in a temporary folder and
 * taken in by {@code nightly} under one of the worked examples of {@code job-configs/examples}. What the books and the
 * measures say is compared with SQL over the raw files.
 */
final class ForeignPartner implements AutoCloseable {
    private static final String PASSWORD = "given-by-the-partner";
    private static final PartnershipId PARTNERSHIP = new PartnershipId("foreign-partnership");

    /** What an acknowledgment calls a file that was loaded: wholly, with warnings, or without its rejected rows. */
    private static final Map<String, String> STATES = Map.of("A", "LOADED", "E", "LOADED", "P", "PARTIAL");

    private final String partner;
    private final Path corpus;
    private final Path folder;
    private final LocalDate day;
    private final Home home;
    private final DuckBooks books;

    private ForeignPartner(String partner, Path corpus, Path folder, LocalDate day) {
        this.day = day;
        this.partner = partner;
        this.corpus = corpus;
        this.folder = folder;
        this.home = new Home(folder.resolve("home"));
        this.books = DuckBooks.open(home, BooksSettings.besideHeap(), "none");
    }

    /** The folder of a corpus; the test is skipped without it. */
    static Path corpus(String name) {
        Path corpus = Path.of(System.getProperty("corpora", ""), name);
        assumeTrue(Files.isDirectory(corpus), "no " + name + ": name the folder of corpora with -Dcorpora");
        return corpus;
    }

    /**
     * Delivers files of the corpus and takes them in.
     *
     * @param day the day on which they come
     */
    static ForeignPartner takenIn(String partner, Path corpus, Path folder, LocalDate day, String... files)
            throws IOException {
        Path root = Files.createDirectories(folder.resolve("server"));
        Files.createDirectories(root.resolve("acks"));
        Path outbox = Files.createDirectories(root.resolve("outbox"));
        try (DemoSftpServer server = new DemoSftpServer(root, folder.resolve("host.key"), "counterpart", PASSWORD)) {
            configure(partner, folder, server);
            for (String file : files) {
                Path delivered = Files.copy(
                        corpus.resolve(file), outbox.resolve(Path.of(file).getFileName()));
                Files.setLastModifiedTime(
                        delivered, FileTime.from(day.atStartOfDay().toInstant(ZoneOffset.UTC)));
            }
            String night = nightly(folder, day);
            assertThat(night.lines()).as(night).hasSizeGreaterThan(files.length);
        }
        return new ForeignPartner(partner, corpus, folder, day);
    }

    private static void configure(String partner, Path folder, DemoSftpServer server) throws IOException {
        Path partners = Files.createDirectories(folder.resolve("job-configs/partners"));
        Files.writeString(
                partners.resolve(partner + ".yaml"),
                Files.readString(Path.of("job-configs/examples", partner + ".yaml"))
                        .replace("everySeconds: 60", "everySeconds: 1"));
        Files.writeString(partners.resolve(partner + ".connection.yaml"), """
                connection:
                  host: 127.0.0.1
                  port: %d
                  user: counterpart
                  password: plain:%s
                  hostKeys: ["%s"]
                """.formatted(
                        server.port(), PASSWORD, server.fingerprint()));
    }

    /** One night, as if it were that of a day soon after the data end: what is ten years old is rejected. */
    private static String nightly(Path folder, LocalDate day) {
        Clock now = Clock.systemUTC();
        Clock clock = Clock.offset(
                now, Duration.between(now.instant(), day.atTime(18, 0).toInstant(ZoneOffset.UTC)));
        Talk talk = new Talk(new PrintWriter(Writer.nullWriter()));
        try (Installation installation =
                Installation.open(new Home(folder.resolve("home")), configuration(folder), clock, "nightly")) {
            Nightly.Result result = new Nightly(installation, talk).run(day, Nightly.poll(installation));
            assertThat(result.failures()).isEmpty();
            return NightTables.files(result.read(), installation.get(Custody.class))
                    .toString();
        }
    }

    /** The files as their acknowledgments tell them: name, state, rows read, accepted and rejected. */
    List<String> files() throws IOException {
        List<String> files = new ArrayList<>();
        try (Stream<Path> answers = Files.list(folder.resolve("server/acks"))) {
            for (Path answer : answers.filter(file -> file.toString().endsWith(".ack.csv"))
                    .sorted()
                    .toList()) {
                String[] fields = Files.readAllLines(answer).get(1).split(",", -1);
                files.add(String.join("|", fields[2], STATES.get(fields[6]), fields[7], fields[8], fields[10]));
            }
        }
        return files;
    }

    /** What the books answer. */
    List<String> books(String sql) throws SQLException {
        try (Connection connection = books.connect()) {
            return rows(connection, sql);
        }
    }

    /** What the raw files answer; {@code $name} stands for the corpus's folder. */
    List<String> raw(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            return rows(connection, sql.replace("$corpus", corpus.toString()));
        }
    }

    /** Computes all measures of 36 months and answers those of one, as {@code month|numerator|denominator}. */
    Measured measured(String coverage, String medical, String pharmacy, YearMonth month) {
        Partnership partnership = new Partnership(
                PARTNERSHIP,
                "Foreign data",
                new PartnerId(partner),
                new PartnerId("counterparty"),
                new Partnership.Books(feed(coverage), feed(medical), feed(pharmacy)),
                new Secret("break key"),
                new Partnership.ClaimsLedger(feed(medical), feed(medical), new Money(1), 45),
                Partnership.MemberMonthRule.ANY_DAY,
                3,
                List.of(),
                new Partnership.Committee("Committee", List.of()),
                new Partnership.BreakFile("/breaks", "/breaks"),
                Path.of("registers"));
        Configuration configuration =
                new Configuration(configuration(folder).partners(), Map.of(PARTNERSHIP, partnership));
        new BookScorecards(books, home, configuration, id -> Optional.empty())
                .compute(PARTNERSHIP, month, 1, books.activeHash(), day);
        return measure ->
                books("select month, cast(numerator as decimal(18, 2)), cast(denominator as bigint) from score"
                        + " where measure = '" + measure + "' order by month");
    }

    /** The months of a measure. */
    @FunctionalInterface
    interface Measured {
        List<String> of(String measure) throws SQLException;
    }

    private static Configuration configuration(Path folder) {
        return new ConfigurationReader(Measures.names(), Rulebook.catalogue(), Optional.empty())
                .read(folder.resolve("job-configs"))
                .fold(complete -> complete.configuration(), faulty -> {
                    throw new AssertionError(faulty.faults().toString());
                });
    }

    private FeedId feed(String name) {
        return FeedId.of(partner + "/" + name);
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }

    @Override
    public void close() {
        books.close();
    }
}

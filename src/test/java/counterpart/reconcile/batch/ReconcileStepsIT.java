package counterpart.reconcile.batch;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.books.BooksSettings;
import counterpart.books.DuckBooks;
import counterpart.books.SqlLoads;
import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.control.batch.StepWork;
import counterpart.model.BookTable;
import counterpart.model.ControlTotals;
import counterpart.model.FeedId;
import counterpart.model.FeedName;
import counterpart.model.FileHeader;
import counterpart.model.FileId;
import counterpart.model.Home;
import counterpart.model.Money;
import counterpart.model.PartnerId;
import counterpart.model.PartnershipId;
import counterpart.model.Sha256;
import counterpart.partner.Completeness;
import counterpart.partner.Configuration;
import counterpart.partner.Connection;
import counterpart.partner.Feed;
import counterpart.partner.Guards;
import counterpart.partner.Partner;
import counterpart.partner.Partnership;
import counterpart.partner.RemoteInbox;
import counterpart.partner.RemotePlace;
import counterpart.partner.Secret;
import counterpart.receive.Custody;
import counterpart.receive.FileState;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Settlement;
import counterpart.reconcile.Break;
import counterpart.reconcile.ReconciledBooks;
import counterpart.reconcile.book.BreakBook;
import counterpart.reconcile.book.LedgerBook;
import counterpart.reconcile.book.MembershipBook;
import counterpart.reconcile.book.PharmacyBook;
import counterpart.reconcile.book.RosterBook;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two weeks in the life of two ledgers, step by step over the real books. */
class ReconcileStepsIT {
    private static final PartnershipId PAIR = new PartnershipId("cascadia-lakeshore");
    private static final PartnerId LAKESHORE = new PartnerId("lakeshore");
    private static final PartnerId CASCADIA = new PartnerId("cascadia");
    private static final String LEFT = "lakeshore/medical";
    private static final String RIGHT = "cascadia/ledger";
    private static final String HEAD =
            "select claim_id, version as claim_version, case version when 0 then 'ORIGINAL' when 1 then 'REVERSAL' else"
                    + " 'ADJUSTMENT' end as adjustment_type, 'PAID' as claim_status, date '2026-09-15' as from_date,"
                    + " adjudicated as adjudicated_date, paid as paid_cents, paid as allowed_cents from (values ";
    private static final String TAIL = ") as v(claim_id, version, adjudicated, paid)";

    @TempDir
    Path folder;

    private Home home;
    private DuckBooks books;
    private SqlLoads loads;
    private BreakBook breakBook;
    private final List<Custody.PastFile> files = new ArrayList<>();
    private final Map<String, String> sent = new TreeMap<>();

    @BeforeEach
    void open() {
        home = new Home(folder);
        books = DuckBooks.open(home, BooksSettings.DEFAULT, "none");
        loads = new SqlLoads(books);
        breakBook = new BreakBook(books, home);
    }

    @AfterEach
    void close() {
        books.close();
    }

    private static Configuration configuration() {
        Partnership partnership = new Partnership(
                PAIR,
                "Cascadia and Lakeshore",
                LAKESHORE,
                CASCADIA,
                new Partnership.Books(
                        FeedId.of("lakeshore/eligibility"), FeedId.of(LEFT), FeedId.of("lakeshore/pharmacy")),
                new Secret("break key"),
                new Partnership.ClaimsLedger(FeedId.of(LEFT), FeedId.of(RIGHT), new Money(1), 45),
                Partnership.MemberMonthRule.ANY_DAY,
                3,
                List.of(),
                new Partnership.Committee("Committee", List.of()),
                new Partnership.BreakFile("/from-counterpart", "/breaks"),
                Path.of("registers"));
        return new Configuration(
                Map.of(LAKESHORE, partner(LAKESHORE, "medical"), CASCADIA, partner(CASCADIA, "ledger")),
                Map.of(PAIR, partnership));
    }

    private static Partner partner(PartnerId id, String feed) {
        FeedName name = new FeedName(feed);
        return new Partner(
                id,
                id.value(),
                Partner.Role.TPA,
                ZoneOffset.UTC,
                Set.of(),
                new Connection(
                        "localhost", 22, "u", new Secret("p"), null, null, List.of("SHA256:x"), Duration.ofSeconds(1)),
                "/acks",
                Map.of(
                        name,
                        new Feed(
                                name,
                                Feed.Content.MCLM,
                                "/outbox",
                                Pattern.compile(".*"),
                                "layout",
                                new Completeness.Marker(".done"),
                                Feed.Slot.PERIOD,
                                null,
                                null,
                                Guards.DEFAULT)),
                Map.of());
    }

    private ReconciledBooks reconcile(String asOf) throws Exception {
        JobKeys keys = new JobKeys(Map.of("partnership", PAIR.value(), "asOf", asOf, "booksHash", books.activeHash()));
        LedgerBook ledgers = new LedgerBook(books);
        Custody custody = (Custody) Proxy.newProxyInstance(
                Custody.class.getClassLoader(), new Class<?>[] {Custody.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("latest");
                    return List.copyOf(files);
                });
        RemoteInbox inbox = (partner, directory, name, content) -> {
            try {
                sent.put(partner + ":" + directory + "/" + name, Files.readString(content));
                return new RemotePlace(directory + "/" + name, Files.size(content));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        };
        for (StepWork step : List.of(
                new AlignLedgers(ledgers, home, configuration()),
                new MatchLedgers(ledgers, home, configuration()),
                new NetPrescriptions(new PharmacyBook(books, home), home, configuration()),
                new MatchRosters(new RosterBook(books), home, configuration()),
                new FollowMembers(new MembershipBook(books), home, configuration()),
                new MergeBreaks(
                        ledgers,
                        new RosterBook(books),
                        new MembershipBook(books),
                        new PharmacyBook(books, home),
                        breakBook,
                        custody,
                        home,
                        configuration()),
                new PublishBreaks(breakBook, inbox, home, configuration()))) {
            Counts counts = step.run(keys, Progress.SILENT);
            assertThat(counts.balance()).as("%s %s", step.getClass(), counts).isTrue();
        }
        return breakBook.latest(PAIR).orElseThrow();
    }

    private List<String> breaks() {
        return breakBook.breaks(PAIR).stream()
                .map(b -> b.what().entityKey() + " " + b.what().attribute() + " "
                        + b.what().category() + " " + b.status() + " " + b.episode() + " " + b.firstSeen() + " "
                        + b.closedOn())
                .sorted()
                .toList();
    }

    private void firstWeek() {
        loads.load(
                1,
                LEFT,
                "FULL",
                "2026-10-05",
                "2026-10-11",
                BookTable.MEDICAL_CLAIM,
                HEAD
                        + "('C1', 0, date '2026-10-06', 100), ('C2', 0, date '2026-10-06', 200), ('C3', 0, date '2026-10-11', 300),"
                        + " ('C4', 0, date '2026-10-06', 400)"
                        + TAIL);
        loads.load(
                2,
                RIGHT,
                "FULL",
                "2026-10-04",
                "2026-10-10",
                BookTable.MEDICAL_CLAIM,
                HEAD
                        + "('C1', 0, date '2026-10-06', 100), ('C4', 0, date '2026-10-06', 450), ('C5', 0, date '2026-10-06', 500)"
                        + TAIL);
    }

    private void secondWeek() {
        loads.load(
                3,
                LEFT,
                "FULL",
                "2026-10-12",
                "2026-10-18",
                BookTable.MEDICAL_CLAIM,
                HEAD + "('C6', 0, date '2026-10-13', 600)" + TAIL);
        loads.load(
                4,
                RIGHT,
                "FULL",
                "2026-10-11",
                "2026-10-17",
                BookTable.MEDICAL_CLAIM,
                HEAD
                        + "('C2', 0, date '2026-10-06', 250), ('C6', 0, date '2026-10-13', 600),"
                        + " ('C4', 1, date '2026-10-13', -450), ('C4', 2, date '2026-10-13', 400)"
                        + TAIL);
    }

    @Test
    void breaks_open_mature_heal_and_change() throws Exception {
        firstWeek();
        ReconciledBooks first = reconcile("2026-10-11");
        assertThat(first.matched()).isEqualTo(1);
        assertThat(first.onlyLeft()).isEqualTo(2);
        assertThat(first.onlyRight()).isEqualTo(1);
        assertThat(first.different()).isEqualTo(1);
        assertThat(first.timing()).isEqualTo(1);
        assertThat(first.breaksOpened()).isEqualTo(5);
        assertThat(breaks())
                .containsExactly(
                        "C2 PRESENCE ONE_SIDED_LEFT OPEN 1 2026-10-11 null",
                        "C3 PRESENCE TIMING OPEN 1 2026-10-11 null",
                        "C4 ALLOWED AMOUNT_DIFF OPEN 1 2026-10-11 null",
                        "C4 PAID AMOUNT_DIFF OPEN 1 2026-10-11 null",
                        "C5 PRESENCE ONE_SIDED_RIGHT OPEN 1 2026-10-11 null");
        secondWeek();
        ReconciledBooks second = reconcile("2026-10-18");
        assertThat(second.openByCategory())
                .isEqualTo(Map.of("AMOUNT_DIFF", 2L, "ONE_SIDED_LEFT", 1L, "ONE_SIDED_RIGHT", 1L));
        assertThat(second.breaksClosed()).isEqualTo(3);
        assertThat(second.breaksOpened()).isEqualTo(2);
        assertThat(breaks())
                .containsExactly(
                        "C2 ALLOWED AMOUNT_DIFF OPEN 1 2026-10-18 null",
                        "C2 PAID AMOUNT_DIFF OPEN 1 2026-10-18 null",
                        "C2 PRESENCE ONE_SIDED_LEFT CLOSED 1 2026-10-11 2026-10-18",
                        "C3 PRESENCE ONE_SIDED_LEFT OPEN 1 2026-10-11 null",
                        "C4 ALLOWED AMOUNT_DIFF CLOSED 1 2026-10-11 2026-10-18",
                        "C4 PAID AMOUNT_DIFF CLOSED 1 2026-10-11 2026-10-18",
                        "C5 PRESENCE ONE_SIDED_RIGHT OPEN 1 2026-10-11 null");
    }

    @Test
    void the_same_keys_give_the_same_ledger_and_the_same_file() throws Exception {
        firstWeek();
        ReconciledBooks first = reconcile("2026-10-11");
        List<Break> ledger = breakBook.breaks(PAIR);
        Map<String, String> files = Map.copyOf(sent);
        assertThat(reconcile("2026-10-11")).isEqualTo(first);
        assertThat(breakBook.breaks(PAIR)).isEqualTo(ledger);
        assertThat(sent).isEqualTo(files);
    }

    @Test
    void each_side_gets_its_file_and_nothing_is_left_behind() throws Exception {
        firstWeek();
        ReconciledBooks reconciled = reconcile("2026-10-11");
        String name = "breaks_" + reconciled.runId() + ".csv";
        assertThat(sent.keySet()).containsExactly("cascadia:/breaks/" + name, "lakeshore:/from-counterpart/" + name);
        assertThat(sent.get("cascadia:/breaks/" + name)).contains(",C5,").doesNotContain(",C2,");
        assertThat(sent.get("lakeshore:/from-counterpart/" + name))
                .contains(",C2,")
                .doesNotContain(",C5,");
        assertThat(home.breakFiles()
                        .resolve(PAIR.value())
                        .resolve("2026-10-11")
                        .resolve("cascadia")
                        .resolve(name))
                .hasContent(sent.get("cascadia:/breaks/" + name));
        assertThat(home.books().resolve("work")).isEmptyDirectory();
    }

    @Test
    void a_refused_file_is_a_break_of_totals_until_a_corrected_one_is_loaded() throws Exception {
        firstWeek();
        files.add(file(7, FileState.REFUSED, "F-008", 5, 4, 1_000));
        reconcile("2026-10-11");
        assertThat(breaks())
                .contains("lakeshore/medical 2026-10-05..2026-10-11 COUNT COUNT_DIFF OPEN 1 2026-10-11 null");
        files.add(file(1, FileState.LOADED, null, 4, 4, 1_000));
        secondWeek();
        reconcile("2026-10-18");
        assertThat(breaks())
                .contains("lakeshore/medical 2026-10-05..2026-10-11 COUNT COUNT_DIFF CLOSED 1 2026-10-11 2026-10-18");
    }

    private static Custody.PastFile file(
            int number, FileState state, @Nullable String code, long declared, long counted, long paidCents) {
        Sha256 sha = new Sha256("0".repeat(64));
        FileHeader header = new FileHeader(
                null,
                null,
                null,
                null,
                null,
                "FULL",
                null,
                LocalDate.parse("2026-10-05"),
                LocalDate.parse("2026-10-11"),
                LocalDate.parse("2026-10-11"),
                null,
                null,
                null,
                null);
        return new Custody.PastFile(
                new ReceivedFile(
                        new FileId(String.format("F-%06d", number)),
                        FeedId.of(LEFT),
                        1,
                        "name",
                        sha,
                        sha,
                        1,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        state),
                Optional.of(new Settlement(
                        state,
                        code,
                        null,
                        counted,
                        counted,
                        0,
                        0,
                        header,
                        totals(declared, paidCents),
                        totals(counted, paidCents),
                        Map.of())));
    }

    private static ControlTotals totals(long rows, long paidCents) {
        return new ControlTotals(null, rows, null, null, null, null, paidCents, null, null, null, null);
    }
}

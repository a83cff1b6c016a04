package counterpart.reconcile.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import counterpart.model.FileHeader;
import counterpart.model.FileId;
import counterpart.model.Home;
import counterpart.model.PartnershipId;
import counterpart.model.Sha256;
import counterpart.partner.RemoteInbox;
import counterpart.partner.RemotePlace;
import counterpart.receive.Custody;
import counterpart.receive.FileState;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Settlement;
import counterpart.reconcile.Break;
import counterpart.reconcile.MemberRoll;
import counterpart.reconcile.PaidAfterTerm;
import counterpart.reconcile.ReconciledBooks;
import counterpart.reconcile.ReconciliationSummary;
import counterpart.reconcile.book.BreakBook;
import counterpart.reconcile.book.LedgerBook;
import counterpart.reconcile.book.MembershipBook;
import counterpart.reconcile.book.PharmacyBook;
import counterpart.reconcile.book.RosterBook;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two weeks in the life of two ledgers, step by step over the real books. */
class ReconcileStepsIT {
    private static final PartnershipId PAIR = TwoLedgers.PAIR;
    private static final String LEFT = TwoLedgers.LEFT;
    private static final String RIGHT = TwoLedgers.RIGHT;
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
        books = DuckBooks.open(home, BooksSettings.besideHeap(), "none");
        loads = new SqlLoads(books);
        breakBook = new BreakBook(books, home);
    }

    @AfterEach
    void close() {
        books.close();
    }

    private ReconciledBooks reconcile(String asOf) throws Exception {
        return reconcile(asOf, books.activeHash());
    }

    private ReconciledBooks reconcile(String asOf, String booksHash) throws Exception {
        JobKeys keys = new JobKeys(Map.of("partnership", PAIR.value(), "asOf", asOf, "booksHash", booksHash));
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
        Basis basis = new Basis(books, breakBook, custody, TwoLedgers.configuration());
        for (StepWork step : List.of(
                unlessStanding(basis, new AlignLedgers(ledgers, home, TwoLedgers.configuration())),
                unlessStanding(basis, new MatchLedgers(ledgers, home, TwoLedgers.configuration())),
                unlessStanding(
                        basis, new NetPrescriptions(new PharmacyBook(books, home), home, TwoLedgers.configuration())),
                unlessStanding(basis, new MatchRosters(new RosterBook(books), home, TwoLedgers.configuration())),
                unlessStanding(basis, new FollowMembers(new MembershipBook(books), home, TwoLedgers.configuration())),
                new MergeBreaks(
                        ledgers,
                        new RosterBook(books),
                        new MembershipBook(books),
                        new PharmacyBook(books, home),
                        breakBook,
                        basis,
                        custody,
                        home,
                        TwoLedgers.configuration()),
                new PublishBreaks(breakBook, inbox, home, TwoLedgers.configuration()))) {
            Counts counts = step.run(keys, Progress.SILENT);
            assertThat(counts.balance()).as("%s %s", step.getClass(), counts).isTrue();
        }
        return breakBook.latest(PAIR).orElseThrow();
    }

    private static StepWork unlessStanding(Basis basis, StepWork work) {
        return new UnlessStanding(basis, TwoLedgers.configuration(), work);
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
    void books_that_did_not_change_are_compared_again_only_when_a_day_changes_the_answer() throws Exception {
        List<LocalDate> days =
                List.of("2026-10-11", "2026-10-12", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27").stream()
                        .map(LocalDate::parse)
                        .toList();
        firstWeek();
        Set<String> worked = new java.util.LinkedHashSet<>();
        List<List<String>> spared = new ArrayList<>();
        for (LocalDate day : days) {
            worked.add(reconcile(day.toString()).asOf().toString());
            spared.add(breaks());
        }
        assertThat(worked).as("C3 of October 11 may be late for 45 days").containsExactly("2026-10-11", "2026-11-26");
        assertThat(sent).as("a break file every night").hasSize(2 * days.size());

        close();
        home = new Home(folder.resolve("always"));
        Files.createDirectories(folder.resolve("always"));
        books = DuckBooks.open(home, BooksSettings.besideHeap(), "none");
        loads = new SqlLoads(books);
        breakBook = new BreakBook(books, home);
        firstWeek();
        List<List<String>> always = new ArrayList<>();
        for (LocalDate day : days) {
            reconcile(day.toString(), day + "-is-always-another");
            always.add(breaks());
        }
        assertThat(spared).isEqualTo(always);
    }

    @Test
    void a_file_that_was_refused_is_a_reason_to_compare_again() throws Exception {
        firstWeek();
        assertThat(reconcile("2026-10-12").asOf()).isEqualTo("2026-10-12");
        assertThat(reconcile("2026-10-13").asOf()).isEqualTo("2026-10-12");
        files.add(file(7, FileState.REFUSED, "F-008", 5, 4, 1_000));
        ReconciledBooks third = reconcile("2026-10-14");
        assertThat(third.asOf()).isEqualTo("2026-10-14");
        assertThat(third.breaksOpened()).isEqualTo(1);
    }

    private void members(int number, String feed, String asOf, String rows) {
        loads.load(
                number,
                feed,
                "FULL",
                "2026-01-01",
                asOf,
                BookTable.COVERAGE_SPAN,
                "select id as member_id, id as subscriber_id, 'SELF' as relationship, 'Ash' as last_name,"
                        + " id as first_name, date '1980-01-01' as birth_date, 'F' as gender, 'MED' as coverage_type,"
                        + " plan as plan_code, date '2026-01-01' as effective_date, term as termination_date from"
                        + " (values " + rows + ") as v(id, plan, term)");
    }

    @Test
    void breaks_of_rosters_open_close_themselves_and_open_again_under_their_ids() throws Exception {
        String both = "('M1', 'PPO', null), ('M2', 'PPO', null)";
        members(11, "lakeshore/eligibility", "2026-10-11", both);
        members(12, "cascadia/roster", "2026-10-11", "('M1', 'HMO', null), ('M9', 'PPO', null)");
        ReconciledBooks first = reconcile("2026-10-12");
        assertThat(first.summaries())
                .contains(new ReconciliationSummary("R2", 3, 0, 3, 0, 0, LocalDate.parse("2026-10-12")));
        assertThat(breaks())
                .containsExactly(
                        "M1 PLAN PLAN_DIFF OPEN 1 2026-10-12 null",
                        "M2 PRESENCE MISSING OPEN 1 2026-10-12 null",
                        "cascadia/M9 PRESENCE GHOST OPEN 1 2026-10-12 null");
        List<String> ids = breakBook.breaks(PAIR).stream().map(Break::id).toList();
        members(13, "lakeshore/eligibility", "2026-10-18", both);
        assertThat(reconcile("2026-10-19").breaksClosed())
                .as("the payer's day is still the 11th")
                .isZero();
        members(14, "cascadia/roster", "2026-10-18", both);
        assertThat(reconcile("2026-10-20").breaksClosed()).isEqualTo(3);
        members(15, "lakeshore/eligibility", "2026-10-25", both);
        members(16, "cascadia/roster", "2026-10-25", "('M1', 'EPO', null), ('M2', 'PPO', null)");
        assertThat(reconcile("2026-10-26").breaksReopened()).isEqualTo(1);
        assertThat(breaks())
                .containsExactly(
                        "M1 PLAN PLAN_DIFF OPEN 2 2026-10-26 null",
                        "M2 PRESENCE MISSING CLOSED 1 2026-10-12 2026-10-20",
                        "cascadia/M9 PRESENCE GHOST CLOSED 1 2026-10-12 2026-10-20");
        assertThat(breakBook.breaks(PAIR).stream().map(Break::id).toList()).isEqualTo(ids);
    }

    @Test
    void an_end_in_hindsight_with_claims_is_a_break_and_the_members_roll() throws Exception {
        members(11, "lakeshore/eligibility", "2026-09-27", "('M1', 'PPO', null), ('M2', 'PPO', null)");
        loads.load(
                1,
                LEFT,
                "FULL",
                "2026-10-05",
                "2026-10-11",
                BookTable.MEDICAL_CLAIM,
                "select 'C1' as claim_id, 0 as claim_version, 'ORIGINAL' as adjustment_type, 'PAID' as claim_status,"
                        + " 'M1' as member_id, date '2026-09-20' as from_date, date '2026-10-06' as adjudicated_date,"
                        + " 12345 as paid_cents");
        assertThat(reconcile("2026-10-11").paidAfterTerm()).isEqualTo(PaidAfterTerm.NONE);
        members(12, "lakeshore/eligibility", "2026-10-18", "('M1', 'PPO', date '2026-08-31'), ('M2', 'PPO', null)");
        ReconciledBooks books = reconcile("2026-10-18");
        assertThat(books.paidAfterTerm()).isEqualTo(new PaidAfterTerm(1, 1, 12_345, LocalDate.parse("2026-08-31")));
        assertThat(books.memberRoll()).containsExactly(new MemberRoll(YearMonth.of(2026, 10), 2, 0, 1, 0, 0, 0, 1));
        assertThat(breaks()).contains("lakeshore/M1 PAID_AFTER_TERM RETRO_TERM OPEN 1 2026-10-18 null");
        assertThat(books.summaries())
                .contains(new ReconciliationSummary("R3", 1, 0, 1, 0, 12_345, LocalDate.parse("2026-10-18")));
    }

    @Test
    void members_for_whom_no_movement_accounts_stop_the_reconciliation() {
        Reconciling job = Reconciling.of(
                new JobKeys(Map.of("partnership", PAIR.value(), "asOf", "2026-10-18", "booksHash", "0")),
                TwoLedgers.configuration());
        MemberRoll wrong = new MemberRoll(YearMonth.of(2026, 10), 10, 0, 0, 2, 0, 1, 12);
        assertThatThrownBy(() -> FollowMembers.requireBalance(job, wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2026-10")
                .hasMessageContaining("fault of the program");
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

    /** The file's rows lie in the books of eligibility, where what the load holds is found by its id. */
    @Test
    void a_file_of_changes_is_judged_by_its_own_totals_though_it_counts_in_other_books() throws Exception {
        firstWeek();
        loads.load(
                8,
                "lakeshore/eligibility",
                "CHG",
                "2026-10-05",
                "2026-10-11",
                BookTable.COVERAGE_SPAN,
                "select 'M1' as member_id, 'MED' as coverage_type, date '2026-10-01' as effective_date, '021' as"
                        + " maintenance_type from range(3)");
        files.add(changes(8, 1, FileState.LOADED, 3, 3));
        files.add(changes(9, 2, FileState.REFUSED, 5, 4));
        ReconciledBooks reconciled = reconcile("2026-10-11");
        assertThat(breaks())
                .contains("lakeshore/changes 2026-10-11 no. 2 COUNT COUNT_DIFF OPEN 1 2026-10-11 null")
                .noneMatch(one -> one.startsWith("lakeshore/changes 2026-10-11 no. 1"));
        assertThat(reconciled.summaries().get(0))
                .returns("R1", ReconciliationSummary::reconciliation)
                .returns(2L, ReconciliationSummary::compared)
                .returns(1L, ReconciliationSummary::agreed);
        files.add(changes(8, 3, FileState.LOADED, 4, 4));
        reconcile("2026-10-12");
        assertThat(breaks())
                .contains("lakeshore/changes 2026-10-11 no. 3 LOADED LOAD_DIFF OPEN 1 2026-10-12 null")
                .contains("lakeshore/changes 2026-10-11 no. 2 COUNT COUNT_DIFF CLOSED 1 2026-10-11 2026-10-12");
    }

    private static Custody.PastFile changes(int number, long sequence, FileState state, long declared, long counted) {
        return file("lakeshore/changes", "CHG", number, sequence, state, null, declared, counted, 0);
    }

    private static Custody.PastFile file(
            int number, FileState state, @Nullable String code, long declared, long counted, long paidCents) {
        return file(LEFT, "FULL", number, null, state, code, declared, counted, paidCents);
    }

    private static Custody.PastFile file(
            String feed,
            String mode,
            int number,
            @Nullable Long sequence,
            FileState state,
            @Nullable String code,
            long declared,
            long counted,
            long paidCents) {
        Sha256 sha = new Sha256("0".repeat(64));
        FileHeader header = new FileHeader(
                null,
                null,
                null,
                null,
                null,
                mode,
                null,
                LocalDate.parse("2026-10-05"),
                LocalDate.parse("2026-10-11"),
                LocalDate.parse("2026-10-11"),
                null,
                sequence,
                null,
                null);
        return new Custody.PastFile(
                new ReceivedFile(
                        new FileId(String.format("F-%06d", number)),
                        FeedId.of(feed),
                        1,
                        "name",
                        sha,
                        sha,
                        1,
                        sequence == null ? Instant.EPOCH : Instant.EPOCH.plusSeconds(sequence),
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
                        Map.of(),
                        List.of())));
    }

    private static ControlTotals totals(long rows, long paidCents) {
        return new ControlTotals(null, rows, null, null, null, null, paidCents, null, null, null, null);
    }
}

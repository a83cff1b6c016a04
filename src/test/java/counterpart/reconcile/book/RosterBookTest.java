package counterpart.reconcile.book;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.books.PlainBooks;
import counterpart.model.FeedId;
import counterpart.model.LoadId;
import counterpart.model.Money;
import counterpart.model.PartnerId;
import counterpart.model.PartnershipId;
import counterpart.partner.Partnership;
import counterpart.partner.Partnership.Compared;
import counterpart.partner.Partnership.Rung;
import counterpart.partner.Secret;
import counterpart.reconcile.book.LadderTwin.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterBookTest {
    private static final String LEFT = "lakeshore/eligibility";
    private static final String RIGHT = "cascadia/roster";
    private static final String LEFT_LOAD = "F-000001-1";
    private static final String RIGHT_LOAD = "F-000002-1";
    private static final LocalDate AS_OF = LocalDate.parse("2026-11-02");

    @TempDir
    Path folder;

    private PlainBooks books;
    private RosterBook rosters;
    private Partnership partnership = partnership(List.of(Rung.values()), "lakeshore");
    private long row;

    @BeforeEach
    void open() {
        books = new PlainBooks(folder);
        books.load(LEFT_LOAD, LEFT, "FULL", null, "2026-11-01");
        books.load(RIGHT_LOAD, RIGHT, "FULL", null, "2026-11-01");
        rosters = new RosterBook(books);
    }

    @AfterEach
    void close() {
        books.close();
    }

    private static Partnership partnership(List<Rung> rungs, String sourceOfTruth) {
        return new Partnership(
                new PartnershipId("cascadia-lakeshore"),
                "Cascadia and Lakeshore",
                new PartnerId("lakeshore"),
                new PartnerId("cascadia"),
                new Partnership.Books(FeedId.of(LEFT), FeedId.of("lakeshore/medical"), FeedId.of("lakeshore/pharmacy")),
                new Secret("key"),
                new Partnership.ClaimsLedger(
                        FeedId.of("lakeshore/medical"), FeedId.of("cascadia/ledger"), new Money(1), 45),
                Partnership.MemberMonthRule.ANY_DAY,
                3,
                List.of(),
                new Partnership.Committee("Committee", List.of()),
                new Partnership.BreakFile("/breaks", "/breaks"),
                Path.of("registers"),
                null,
                new Partnership.Roster(
                        FeedId.of(LEFT),
                        FeedId.of(RIGHT),
                        new PartnerId(sourceOfTruth),
                        rungs,
                        List.of(Compared.values())));
    }

    private static Person ann() {
        return new Person("M1", "M1", "01", "", "Ashdown", "Ann", LocalDate.parse("1980-02-03"), "F", "SELF");
    }

    private static Person named(Person p, String last, String first) {
        return new Person(
                p.memberId(),
                p.subscriberId(),
                p.personCode(),
                p.ssn(),
                last,
                first,
                p.birthDate(),
                p.gender(),
                p.relationship());
    }

    private static Person born(Person p, String day) {
        return new Person(
                p.memberId(),
                p.subscriberId(),
                p.personCode(),
                p.ssn(),
                p.lastName(),
                p.firstName(),
                LocalDate.parse(day),
                p.gender(),
                p.relationship());
    }

    private static Person as(Person p, String member, String subscriber, String code) {
        return new Person(
                member,
                subscriber,
                code,
                p.ssn(),
                p.lastName(),
                p.firstName(),
                p.birthDate(),
                p.gender(),
                p.relationship());
    }

    private void left(Person person, String coverage, String plan, String from, @Nullable String to) {
        span(LEFT_LOAD, LEFT, person, coverage, plan, from, to);
    }

    private void right(Person person, String coverage, String plan, String from, @Nullable String to) {
        span(RIGHT_LOAD, RIGHT, person, coverage, plan, from, to);
    }

    private void left(Person person) {
        left(person, "MED", "PPO", "2026-01-01", null);
    }

    private void right(Person person) {
        right(person, "MED", "PPO", "2026-01-01", null);
    }

    private void span(
            String load, String feed, Person p, String coverage, String plan, String from, @Nullable String to) {
        books.add(
                "coverage_span",
                "load_id",
                load,
                "feed_id",
                feed,
                "mode",
                "FULL",
                "row_number",
                ++row,
                "member_id",
                p.memberId(),
                "subscriber_id",
                p.subscriberId(),
                "person_code",
                p.personCode(),
                "ssn",
                p.ssn(),
                "last_name",
                p.lastName(),
                "first_name",
                p.firstName(),
                "birth_date",
                p.birthDate(),
                "gender",
                p.gender(),
                "relationship",
                p.relationship(),
                "group_id",
                "G1",
                "plan_code",
                plan,
                "coverage_type",
                coverage,
                "coverage_tier",
                "EE",
                "effective_date",
                LocalDate.parse(from),
                "termination_date",
                to == null ? null : LocalDate.parse(to));
    }

    private RosterBook.Outcomes match() {
        RosterBook.Outcomes outcomes = rosters.match(partnership, AS_OF, folder);
        assertThat(rosters.outcomes(partnership, folder)).isEqualTo(outcomes);
        return outcomes;
    }

    private List<String> differences() {
        match();
        return rosters.differences(partnership, folder).stream()
                .map(d -> d.entityKey() + " " + d.attribute() + " " + d.category() + ": " + d.leftValue() + " | "
                        + d.rightValue() + (d.cause() == null ? "" : " because " + d.cause()))
                .toList();
    }

    @Test
    void the_same_members_agree_whatever_the_case_of_their_names_and_the_form_of_their_codes() {
        left(ann());
        right(as(named(ann(), "ASHDOWN", "ann marie"), "M1", "M1", "1"));
        left(as(named(ann(), "O'Brien-Lee", "José"), "M2", "M2", "01"));
        right(as(named(ann(), "OBRIEN LEE", "JOSE"), "M2", "M2", "001"));
        assertThat(differences()).isEmpty();
        assertThat(match()).isEqualTo(new RosterBook.Outcomes(2, 2, 0, 0, 0, 0));
    }

    @Test
    void whom_one_side_lacks_is_missing_there_or_a_ghost_here() {
        left(ann());
        right(as(named(ann(), "Birch", "Bea"), "M9", "M9", "01"), "RX", "PPO", "2026-01-01", null);
        assertThat(differences())
                .containsExactly("M1 PRESENCE MISSING: MED | null", "cascadia/M9 PRESENCE GHOST: null | RX");
        partnership = partnership(List.of(Rung.values()), "cascadia");
        assertThat(differences())
                .containsExactly("M9 PRESENCE MISSING: null | RX", "lakeshore/M1 PRESENCE GHOST: MED | null");
    }

    @Test
    void another_id_is_matched_by_subscriber_and_person_code_and_told() {
        left(as(ann(), "M1-01", "M1", "01"));
        right(as(ann(), "77001", "M1", "1"));
        assertThat(differences()).containsExactly("M1-01 MEMBER_ID ID_DIFF: M1-01 | 77001");
    }

    @Test
    void an_id_with_another_birth_date_and_another_last_name_is_a_conflict_and_no_match() {
        left(ann());
        right(born(named(ann(), "Birch", "Ann"), "1979-02-03"));
        assertThat(differences()).containsExactly("M1 IDENTITY IDENTITY_CONFLICT: withheld | withheld");
        assertThat(match()).isEqualTo(new RosterBook.Outcomes(1, 0, 0, 0, 0, 1));
    }

    @Test
    void a_married_name_or_a_corrected_birth_date_alone_is_no_conflict() {
        left(ann());
        right(named(ann(), "Birch", "Ann"));
        Person ben = as(named(ann(), "Cole", "Ben"), "M2", "M2", "01");
        left(ben);
        right(born(ben, "1980-03-02"));
        assertThat(differences())
                .containsExactly(
                        "M1 LAST_NAME DEMOGRAPHIC_DIFF: withheld | withheld",
                        "M2 BIRTH_DATE DEMOGRAPHIC_DIFF: 1980-02-03 | 1980-03-02");
    }

    @Test
    void two_candidates_are_ambiguous_and_leave_the_ladder() {
        partnership = partnership(List.of(Rung.NAME_BIRTH_DATE, Rung.MEMBER_ID), "lakeshore");
        left(ann());
        left(as(ann(), "M2", "M2", "01"));
        right(as(ann(), "M2", "M2", "01"));
        assertThat(differences()).containsExactly("lakeshore/M1 IDENTITY AMBIGUOUS: 2 | 1");
        assertThat(match()).isEqualTo(new RosterBook.Outcomes(1, 0, 0, 0, 0, 1));
    }

    @Test
    void plan_beginning_end_and_kind_of_coverage_are_compared_on_the_common_day() {
        left(ann(), "MED", "PPO", "2026-01-01", null);
        left(ann(), "RX", "PPO", "2026-01-01", "2026-12-31");
        right(ann(), "MED", "HMO", "2026-03-01", null);
        right(ann(), "RX", "PPO", "2026-02-01", null);
        Person ben = as(named(ann(), "Cole", "Ben"), "M2", "M2", "01");
        left(ben, "MED", "PPO", "2026-01-01", "2026-10-15");
        left(ben, "RX", "PPO", "2026-01-01", null);
        right(ben, "MED", "PPO", "2026-01-01", null);
        assertThat(differences())
                .containsExactly(
                        "M1 EFF SPAN_DIFF: RX 2026-01-01 | RX 2026-02-01",
                        "M1 PLAN PLAN_DIFF: MED PPO | MED HMO",
                        "M1 TERM SPAN_DIFF: RX 2026-12-31 | RX open",
                        "M2 COVERAGE COVERAGE_DIFF: RX | MED",
                        "M2 TERM SPAN_DIFF: MED 2026-10-15 | MED open");
    }

    @Test
    void spans_without_a_gap_are_one_coverage_and_what_never_took_effect_is_none() {
        left(ann(), "MED", "PPO", "2025-01-01", "2025-12-31");
        left(ann(), "MED", "PPO", "2026-01-01", null);
        right(ann(), "MED", "PPO", "2025-01-01", null);
        Person ben = as(named(ann(), "Cole", "Ben"), "M2", "M2", "01");
        left(ben, "MED", "PPO", "2026-03-01", "2026-02-28");
        assertThat(differences()).isEmpty();
        assertThat(match().all()).isEqualTo(1);
    }

    @Test
    void whom_nobody_covers_on_the_common_day_is_not_compared() {
        left(ann(), "MED", "PPO", "2025-01-01", "2026-10-31");
        Person ben = as(named(ann(), "Cole", "Ben"), "M2", "M2", "01");
        right(ben, "MED", "PPO", "2026-11-02", null);
        assertThat(match()).isEqualTo(RosterBook.Outcomes.NONE);
    }

    @Test
    void the_common_day_is_the_earlier_of_the_newest_days_and_each_side_speaks_by_the_file_that_knows_it() {
        books.load("F-000003-1", LEFT, "FULL", null, "2026-11-08");
        left(ann());
        right(ann());
        span("F-000003-1", LEFT, as(named(ann(), "Cole", "Ben"), "M2", "M2", "01"), "MED", "PPO", "2026-01-01", null);
        assertThat(rosters.match(partnership, LocalDate.parse("2026-11-09"), folder))
                .isEqualTo(new RosterBook.Outcomes(1, 1, 0, 0, 0, 0));
    }

    @Test
    void as_long_as_one_side_has_sent_no_roster_nothing_is_compared() {
        PlainBooks other = new PlainBooks(folder.resolve("other"));
        other.load(LEFT_LOAD, LEFT, "FULL", null, "2026-11-01");
        RosterBook empty = new RosterBook(other);
        assertThat(empty.match(partnership, AS_OF, folder)).isEqualTo(RosterBook.Outcomes.NONE);
        assertThat(empty.differences(partnership, folder)).isEmpty();
        other.close();
    }

    @Test
    void a_member_whose_row_we_rejected_names_the_rule() throws IOException {
        Person ben = as(named(ann(), "Cole", "Ben"), "M-22", "M-22", "01");
        left(ann());
        right(ann());
        right(ben);
        right(as(named(ann(), "Dow", "Deb"), "M-33", "M-33", "01"));
        Path load = Files.createDirectories(books.folderOf(new LoadId(LEFT_LOAD)));
        books.execute("copy (select 7::bigint as line, 'E-103' as code, 'DT|M-22|M-22|X'::blob as original)" + " to '"
                + load.resolve("reject.parquet") + "' (format parquet)");
        books.execute("copy (select 9::bigint as row_number, 'M-33' as member_id) to '"
                + load.resolve("coverage_span.parquet") + "' (format parquet)");
        books.execute("copy (select 'coverage_span' as table_name, 9::bigint as row_number, 'E-110' as rule) to '"
                + load.resolve("verdict.parquet") + "' (format parquet)");
        assertThat(differences())
                .containsExactly(
                        "cascadia/M-22 PRESENCE GHOST: null | MED because REJECTED:E-103",
                        "cascadia/M-33 PRESENCE GHOST: null | MED because REJECTED:E-110");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void the_ladder_is_climbed_as_its_twin_climbs_it(int seed) throws SQLException {
        Random random = new Random(seed);
        List<Rung> rungs = new ArrayList<>(List.of(Rung.values()));
        java.util.Collections.shuffle(rungs, random);
        rungs = rungs.subList(0, 1 + random.nextInt(rungs.size()));
        partnership = partnership(rungs, random.nextBoolean() ? "lakeshore" : "cascadia");
        List<Person> lefts = people(random);
        List<Person> rights = people(random);
        lefts.forEach(this::left);
        rights.forEach(this::right);

        match();

        assertThat(climbed()).containsExactlyInAnyOrderElementsOf(LadderTwin.climb(lefts, rights, rungs));
    }

    /** What the last match says of everybody, in the words of the twin. */
    private Set<String> climbed() throws SQLException {
        Set<String> told = new TreeSet<>();
        try (Connection connection = books.connect();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select outcome, left_member_id, right_member_id, lefts, rights from '"
                                + folder.resolve("compared_member.parquet") + "'")) {
            while (rows.next()) {
                told.add(
                        switch (rows.getString(1)) {
                            case "ONLY_LEFT" -> "ONLY_LEFT " + rows.getString(2);
                            case "ONLY_RIGHT" -> "ONLY_RIGHT " + rows.getString(3);
                            case "AMBIGUOUS" ->
                                "AMBIGUOUS " + rows.getString(2) + " x" + rows.getInt(4) + " " + rows.getString(3)
                                        + " x" + rows.getInt(5);
                            default -> rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3);
                        });
            }
        }
        return told;
    }

    /** Few values, so that much coincides. */
    private static List<Person> people(Random random) {
        List<Person> people = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            String id = "M" + random.nextInt(60);
            if (ids.add(id)) {
                people.add(new Person(
                        id,
                        "S" + random.nextInt(12),
                        List.of("", "0", "1", "01", "02", "2").get(random.nextInt(6)),
                        random.nextInt(3) == 0 ? "12345678" + random.nextInt(10) : "999999999",
                        List.of("Ashdown", "ASHDOWNE", "Birch", "O'Dell", "").get(random.nextInt(5)),
                        List.of("Ann", "anne", "Bea", "B", "").get(random.nextInt(5)),
                        LocalDate.parse("1980-01-01").plusDays(random.nextInt(4)),
                        random.nextBoolean() ? "F" : "M",
                        random.nextBoolean() ? "SELF" : "CHILD"));
            }
        }
        return people;
    }
}

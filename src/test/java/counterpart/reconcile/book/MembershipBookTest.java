package counterpart.reconcile.book;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.books.PlainBooks;
import counterpart.model.FeedId;
import counterpart.model.Money;
import counterpart.model.PartnerId;
import counterpart.model.PartnershipId;
import counterpart.partner.Partnership;
import counterpart.partner.Partnership.MemberMonthRule;
import counterpart.partner.Secret;
import counterpart.reconcile.MemberRoll;
import counterpart.reconcile.PaidAfterTerm;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipBookTest {
    private static final String COVERAGE = "lakeshore/eligibility";
    private static final String MEDICAL = "lakeshore/medical";
    private static final String PHARMACY = "lakeshore/pharmacy";
    private static final LocalDate AS_OF = LocalDate.parse("2026-12-31");

    /** A coverage as one file has it. */
    private record Span(
            String member, LocalDate from, @Nullable LocalDate to) {
        boolean covers(LocalDate day) {
            LocalDate last = to;
            return !day.isBefore(from) && (last == null || !day.isAfter(last));
        }
    }

    @TempDir
    Path folder;

    private PlainBooks books;
    private MembershipBook members;
    private long row;

    @BeforeEach
    void open() {
        books = new PlainBooks(folder);
        members = new MembershipBook(books);
    }

    @AfterEach
    void close() {
        books.close();
    }

    private static Partnership partnership(MemberMonthRule rule) {
        return new Partnership(
                new PartnershipId("cascadia-lakeshore"),
                "Cascadia and Lakeshore",
                new PartnerId("lakeshore"),
                new PartnerId("cascadia"),
                new Partnership.Books(FeedId.of(COVERAGE), FeedId.of(MEDICAL), FeedId.of(PHARMACY)),
                new Secret("key"),
                new Partnership.ClaimsLedger(FeedId.of(MEDICAL), FeedId.of("cascadia/ledger"), new Money(1), 45),
                rule,
                3,
                List.of(),
                new Partnership.Committee("Committee", List.of()),
                new Partnership.BreakFile("/breaks", "/breaks"),
                Path.of("registers"));
    }

    private void file(int number, String asOf) {
        books.load(load(number), COVERAGE, number == 1 ? "HIST" : "FULL", null, asOf);
    }

    private static String load(int number) {
        return "F-00000" + number + "-1";
    }

    private void span(int file, String asOf, String member, String coverage, String from, @Nullable String to) {
        books.add(
                "coverage_span",
                "load_id",
                load(file),
                "feed_id",
                COVERAGE,
                "mode",
                file == 1 ? "HIST" : "FULL",
                "as_of_date",
                LocalDate.parse(asOf),
                "row_number",
                ++row,
                "member_id",
                member,
                "coverage_type",
                coverage,
                "effective_date",
                LocalDate.parse(from),
                "termination_date",
                to == null ? null : LocalDate.parse(to));
    }

    private void medical(String id, int version, String member, String service, long paidCents) {
        books.add(
                "medical_claim",
                "load_id",
                "F-000900-1",
                "feed_id",
                MEDICAL,
                "row_number",
                ++row,
                "claim_id",
                id,
                "claim_version",
                version,
                "adjustment_type",
                version == 0 ? "ORIGINAL" : "REVERSAL",
                "member_id",
                member,
                "from_date",
                LocalDate.parse(service),
                "adjudicated_date",
                LocalDate.parse("2026-10-08"),
                "paid_cents",
                paidCents);
    }

    private void pharmacy(String id, String transaction, String member, String service, long paidCents) {
        books.add(
                "pharmacy_claim",
                "load_id",
                "F-000901-1",
                "feed_id",
                PHARMACY,
                "row_number",
                ++row,
                "claim_id",
                id,
                "transaction_code",
                transaction,
                "transaction_status",
                "P",
                "member_id",
                member,
                "service_date",
                LocalDate.parse(service),
                "adjudicated_date",
                LocalDate.parse(service),
                "plan_paid_cents",
                paidCents);
    }

    private PaidAfterTerm terminations() {
        Partnership partnership = partnership(MemberMonthRule.ANY_DAY);
        PaidAfterTerm paid = members.findTerminations(partnership, AS_OF, folder);
        assertThat(members.terminations(partnership, folder)).isEqualTo(paid);
        return paid;
    }

    private List<String> differences() {
        terminations();
        return members.differences(partnership(MemberMonthRule.ANY_DAY), folder).stream()
                .map(d -> d.entityKey() + " " + d.attribute() + " " + d.category() + " " + d.leftValue() + " "
                        + d.impactCents())
                .toList();
    }

    /** A member covered in two files, whose end the third puts on September 10. */
    private void endedInHindsight(String member) {
        span(1, "2026-09-27", member, "MED", "2026-01-01", null);
        span(2, "2026-10-04", member, "MED", "2026-01-01", null);
        span(3, "2026-10-11", member, "MED", "2026-01-01", "2026-09-10");
    }

    private void threeFiles() {
        file(1, "2026-09-27");
        file(2, "2026-10-04");
        file(3, "2026-10-11");
    }

    @Test
    void what_was_paid_after_an_end_in_hindsight_is_at_stake_net_of_reversals() {
        threeFiles();
        endedInHindsight("M1");
        medical("C1", 0, "M1", "2026-09-10", 500);
        medical("C2", 0, "M1", "2026-09-11", 10_000);
        medical("C3", 0, "M1", "2026-09-20", 7_000);
        medical("C3", 1, "M1", "2026-09-20", -7_000);
        span(1, "2026-09-27", "M1", "RX", "2026-01-01", null);
        span(3, "2026-10-11", "M1", "RX", "2026-01-01", "2026-09-10");
        pharmacy("P1", "B1", "M1", "2026-09-15", 2_500);
        pharmacy("P2", "B1", "M1", "2026-09-16", 900);
        pharmacy("P2", "B2", "M1", "2026-09-16", -900);
        assertThat(differences())
                .containsExactly("lakeshore/M1 PAID_AFTER_TERM RETRO_TERM MED 2026-09-10, RX 2026-09-10 12500");
        assertThat(terminations()).isEqualTo(new PaidAfterTerm(1, 1, 12_500, LocalDate.parse("2026-09-10")));
    }

    @Test
    void an_end_in_hindsight_without_claims_is_counted_and_no_break() {
        threeFiles();
        endedInHindsight("M1");
        medical("C1", 0, "M1", "2026-09-10", 500);
        medical("C2", 0, "M1", "2026-09-11", 500);
        medical("C2", 1, "M1", "2026-09-11", -500);
        assertThat(differences()).isEmpty();
        assertThat(terminations()).isEqualTo(new PaidAfterTerm(1, 0, 0, LocalDate.parse("2026-09-10")));
    }

    @Test
    void an_end_that_was_announced_in_time_is_none_in_hindsight() {
        threeFiles();
        span(1, "2026-09-27", "M1", "MED", "2026-01-01", null);
        span(2, "2026-10-04", "M1", "MED", "2026-01-01", "2026-10-08");
        span(3, "2026-10-11", "M1", "MED", "2026-01-01", "2026-10-08");
        medical("C1", 0, "M1", "2026-10-09", 10_000);
        assertThat(terminations()).isEqualTo(PaidAfterTerm.NONE);
    }

    @Test
    void a_service_that_another_span_covers_is_not_at_stake() {
        threeFiles();
        span(1, "2026-09-27", "M1", "MED", "2026-01-01", null);
        span(3, "2026-10-11", "M1", "MED", "2026-01-01", "2026-09-10");
        span(3, "2026-10-11", "M1", "MED", "2026-10-01", null);
        medical("C1", 0, "M1", "2026-09-15", 300);
        medical("C2", 0, "M1", "2026-10-02", 10_000);
        assertThat(differences()).containsExactly("lakeshore/M1 PAID_AFTER_TERM RETRO_TERM MED 2026-09-10 300");
    }

    @Test
    void coverage_taken_back_to_its_beginning_is_a_rescission() {
        threeFiles();
        span(1, "2026-09-27", "M1", "MED", "2026-09-01", null);
        span(3, "2026-10-11", "M1", "MED", "2026-09-01", "2026-08-31");
        medical("C1", 0, "M1", "2026-09-01", 10_000);
        assertThat(differences()).containsExactly("lakeshore/M1 PAID_AFTER_TERM RESCISSION MED 2026-08-31 10000");
    }

    @Test
    void a_member_who_is_reinstated_is_at_stake_no_more() {
        threeFiles();
        endedInHindsight("M1");
        medical("C1", 0, "M1", "2026-09-20", 10_000);
        assertThat(differences()).hasSize(1);
        file(4, "2026-10-18");
        span(4, "2026-10-18", "M1", "MED", "2026-01-01", null);
        assertThat(differences()).isEmpty();
    }

    @Test
    void members_roll_from_the_state_at_the_end_of_one_month_to_the_next() {
        file(1, "2026-09-27");
        file(2, "2026-10-25");
        stays("M1", "2026-01-01", null);
        span(1, "2026-09-27", "M2", "MED", "2026-01-01", null); // ended in hindsight
        span(2, "2026-10-25", "M2", "MED", "2026-01-01", "2026-08-31");
        span(2, "2026-10-25", "M3", "MED", "2026-09-15", null); // known too late
        stays("M4", "2026-01-01", "2026-09-30"); // leaves
        stays("M5", "2026-10-01", null); // comes
        stays("M6", "2026-01-01", "2026-06-30"); // comes back
        span(2, "2026-10-25", "M6", "MED", "2026-10-15", null);
        assertThat(members.roll(partnership(MemberMonthRule.ANY_DAY), AS_OF))
                .containsExactly(new MemberRoll(YearMonth.of(2026, 10), 3, 1, 1, 1, 1, 1, 4));
    }

    private void stays(String member, String from, @Nullable String to) {
        span(1, "2026-09-27", member, "MED", from, to);
        span(2, "2026-10-25", member, "MED", from, to);
    }

    /** A twin in loops: day by day, member by member. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void months_roll_as_their_twin_rolls_them(int seed) {
        Random random = new Random(seed);
        MemberMonthRule rule = MemberMonthRule.values()[seed % 3];
        Map<LocalDate, List<Span>> files = new LinkedHashMap<>();
        LocalDate asOf = LocalDate.parse("2026-06-28");
        for (int file = 1; file <= 7; file++) {
            List<Span> spans = spans(random);
            files.put(asOf, spans);
            file(file, asOf.toString());
            for (Span s : spans) {
                span(
                        file,
                        asOf.toString(),
                        s.member(),
                        "MED",
                        s.from().toString(),
                        s.to() == null ? null : s.to().toString());
            }
            asOf = asOf.plusDays(7L * (1 + random.nextInt(5)));
        }

        List<MemberRoll> rolled = members.roll(partnership(rule), AS_OF);

        assertThat(rolled).isEqualTo(twin(files, rule));
        assertThat(rolled).isNotEmpty().allMatch(month -> month.unexplained() == 0);
    }

    private static List<Span> spans(Random random) {
        List<Span> spans = new ArrayList<>();
        for (int member = 0; member < 12; member++) {
            LocalDate day = LocalDate.parse("2026-04-01").plusDays(random.nextInt(60));
            while (day.isBefore(LocalDate.parse("2026-11-30")) && random.nextInt(4) > 0) {
                LocalDate last = day.plusDays(random.nextInt(70) - 1L);
                boolean open = random.nextInt(3) == 0;
                spans.add(new Span("M" + member, day, open ? null : last));
                day = open ? LocalDate.MAX : last.plusDays(1L + random.nextInt(40));
            }
        }
        return spans;
    }

    private static List<MemberRoll> twin(Map<LocalDate, List<Span>> files, MemberMonthRule rule) {
        List<MemberRoll> months = new ArrayList<>();
        LocalDate newest = files.keySet().stream().max(LocalDate::compareTo).orElseThrow();
        for (YearMonth month = YearMonth.of(2026, 6);
                !month.isAfter(YearMonth.from(newest));
                month = month.plusMonths(1)) {
            List<Span> before = state(files, month.minusMonths(1));
            List<Span> now = state(files, month);
            if (before.isEmpty()) {
                continue;
            }
            Set<String> opening = counted(before, month.minusMonths(1), rule);
            Set<String> restated = counted(now, month.minusMonths(1), rule);
            Set<String> closing = counted(now, month, rule);
            Set<String> come = without(closing, restated);
            Set<String> knownBefore = new HashSet<>();
            for (Span s : now) {
                boolean effective = s.to() == null || !s.to().isBefore(s.from());
                if (effective && s.from().isBefore(month.minusMonths(1).atDay(1))) {
                    knownBefore.add(s.member());
                }
            }
            long reinstated = come.stream().filter(knownBefore::contains).count();
            months.add(new MemberRoll(
                    month,
                    opening.size(),
                    without(restated, opening).size(),
                    without(opening, restated).size(),
                    come.size() - reinstated,
                    reinstated,
                    without(restated, closing).size(),
                    closing.size()));
        }
        return months;
    }

    private static List<Span> state(Map<LocalDate, List<Span>> files, YearMonth month) {
        List<Span> state = List.of();
        for (Map.Entry<LocalDate, List<Span>> file : files.entrySet()) {
            if (!file.getKey().isAfter(month.atEndOfMonth())) {
                state = file.getValue();
            }
        }
        return state;
    }

    private static Set<String> counted(List<Span> spans, YearMonth month, MemberMonthRule rule) {
        Set<String> counted = new HashSet<>();
        for (Span span : spans) {
            for (int day = 1; day <= month.lengthOfMonth(); day++) {
                boolean asked = switch (rule) {
                    case ANY_DAY -> true;
                    case FIRST_DAY -> day == 1;
                    case FIFTEENTH_DAY -> day == 15;
                };
                if (asked && span.covers(month.atDay(day))) {
                    counted.add(span.member());
                }
            }
        }
        return counted;
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> left = new HashSet<>(all);
        left.removeAll(others);
        return left;
    }
}

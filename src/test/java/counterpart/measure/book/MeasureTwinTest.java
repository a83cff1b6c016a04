package counterpart.measure.book;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.measure.MonthValue;
import counterpart.partner.Partnership.MemberMonthRule;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SQL against a plain Java twin that walks every day and every row, on small random books. */
class MeasureTwinTest {
    private static final YearMonth FIRST = YearMonth.of(2026, 7);
    private static final List<YearMonth> MONTHS =
            List.of(FIRST, FIRST.plusMonths(1), FIRST.plusMonths(2), FIRST.plusMonths(3));

    @TempDir
    Path folder;

    private record Span(
            String member,
            String type,
            LocalDate from,
            @Nullable LocalDate to) {}

    private record Claim(
            String id, YearMonth service, YearMonth decided, List<Long> versions, boolean denied, List<Line> lines) {}

    private record Line(String status, long paid, @Nullable String reasons) {}

    private record Script(
            String id,
            boolean reversal,
            @Nullable String original,
            String rx,
            @Nullable Integer fill,
            LocalDate date,
            String kind,
            boolean compound,
            long cents) {}

    private final List<Span> spans = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Script> scripts = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();
    private final Set<String> timing = new HashSet<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void sql_and_twin_agree(long seed) {
        Random random = new Random(seed);
        try (MeasureFixture book = new MeasureFixture(folder)) {
            fill(random, book);
            for (MemberMonthRule rule : MemberMonthRule.values()) {
                Map<String, List<MonthValue>> values = book.compute(rule);
                for (YearMonth month : MONTHS) {
                    check(values, "member-months", month, members(month, rule, null), 1);
                    check(values, "medical-pmpm-paid", month, medical(month), members(month, rule, "MED"));
                    check(values, "pharmacy-pmpm", month, pharmacy(month), members(month, rule, "RX"));
                    check(values, "generic-dispensing-rate", month, scripts(month, true), scripts(month, false));
                    check(values, "denial-rate", month, denials(month, true), denials(month, false));
                    check(values, "claims-match-rate", month, matches(month, true), matches(month, false));
                }
            }
        }
    }

    /** A file of changes after the full file, applied to the twin's spans one row after the other. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void members_are_those_of_the_full_file_with_the_changes_after_it(long seed) {
        Random random = new Random(seed);
        try (MeasureFixture book = new MeasureFixture(folder)) {
            fill(random, book);
            Set<String> known = new HashSet<>();
            spans.forEach(span -> known.add(key(span)));
            for (int i = 0; i < 40; i++) {
                change(random, book, known);
            }
            for (MemberMonthRule rule : MemberMonthRule.values()) {
                Map<String, List<MonthValue>> values = book.compute(rule);
                for (YearMonth month : MONTHS) {
                    check(values, "member-months", month, members(month, rule, null), 1);
                    check(values, "medical-pmpm-paid", month, medical(month), members(month, rule, "MED"));
                }
            }
        }
    }

    private void change(Random random, MeasureFixture book, Set<String> known) {
        Span old = spans.get(random.nextInt(spans.size()));
        LocalDate from = random.nextInt(3) == 0 ? FIRST.atDay(1).plusDays(random.nextInt(100)) : old.from();
        String type = List.of("021", "001", "024", "024", "002", "025").get(random.nextInt(6));
        LocalDate to = from.plusDays(random.nextInt(60) - 1);
        Span told = new Span(old.member(), old.type(), from, type.equals("024") || random.nextBoolean() ? to : null);
        book.change(
                told.member(),
                told.type(),
                type,
                from.toString(),
                told.to() == null ? null : told.to().toString());
        if (type.equals("024") && !known.contains(key(told))) {
            spans.replaceAll(span -> span.member().equals(told.member())
                            && span.type().equals(told.type())
                            && !span.from().isAfter(to)
                            && (span.to() == null || span.to().isAfter(to))
                    ? new Span(span.member(), span.type(), span.from(), to)
                    : span);
            return;
        }
        known.add(key(told));
        spans.removeIf(span -> key(span).equals(key(told)));
        spans.add(type.equals("002") ? new Span(told.member(), told.type(), from, from.minusDays(1)) : told);
    }

    private static String key(Span span) {
        return span.member() + " " + span.type() + " " + span.from();
    }

    private static void check(
            Map<String, List<MonthValue>> values, String measure, YearMonth month, Number numerator, long denominator) {
        MonthValue value = values.getOrDefault(measure, List.of()).stream()
                .filter(m -> m.month().equals(month))
                .findFirst()
                .orElseThrow();
        assertThat(value.numerator())
                .as("%s %s numerator", measure, month)
                .isEqualByComparingTo(new BigDecimal(numerator.toString()));
        assertThat(value.denominator())
                .as("%s %s denominator", measure, month)
                .isEqualByComparingTo(BigDecimal.valueOf(denominator));
    }

    private void fill(Random random, MeasureFixture book) {
        for (int i = 0; i < 40; i++) {
            LocalDate from = FIRST.atDay(1).plusDays(random.nextInt(140) - 30);
            Span span = new Span(
                    "M" + random.nextInt(15),
                    random.nextBoolean() ? "MED" : "RX",
                    from,
                    random.nextInt(4) == 0 ? null : from.plusDays(random.nextInt(60) - 1));
            spans.add(span);
            book.span(
                    span.member(),
                    span.type(),
                    "PPO",
                    from.toString(),
                    span.to() == null ? null : span.to().toString());
        }
        for (int i = 0; i < 60; i++) {
            claim(random, book, "C" + i);
        }
        for (int i = 0; i < 60; i++) {
            script(random, book, "R" + i);
        }
        book.books.execute("insert into active_run values ('reconcile', 'cascadia-lakeshore', 'r', 'nowhere')");
        breakSome(random, book);
    }

    private void claim(Random random, MeasureFixture book, String id) {
        LocalDate served = FIRST.atDay(1).plusDays(random.nextInt(120));
        LocalDate decided = served.plusDays(random.nextInt(20));
        boolean denied = random.nextInt(3) == 0;
        List<Line> lines = new ArrayList<>();
        for (int line = 0; line < 1 + random.nextInt(3); line++) {
            boolean lineDenied = denied || random.nextInt(4) == 0;
            String[] reasons = {"CO:18:5.00", "CO:197:5.00", "CO:97:5.00", null, "OA:18:5.00^PR:1:2.00"};
            lines.add(new Line(
                    lineDenied ? "DENIED" : "PAID",
                    lineDenied ? 0 : 100,
                    lineDenied ? reasons[random.nextInt(reasons.length)] : "CO:45:1.00"));
        }
        long paid = lines.stream().mapToLong(Line::paid).sum();
        List<Long> versions = new ArrayList<>(List.of(paid));
        if (!denied && random.nextInt(4) == 0) {
            versions.add(-paid);
            versions.add((long) random.nextInt(500));
        }
        String[] types = {"ORIGINAL", "REVERSAL", "ADJUSTMENT"};
        for (int v = 0; v < versions.size(); v++) {
            String status = denied ? "DENIED" : v == 1 ? "REVERSED" : "PAID";
            book.claim(id, v, types[v], status, decided.plusDays(v).toString(), versions.get(v), "from_date", served);
        }
        for (int n = 0; n < lines.size(); n++) {
            book.line(
                    id,
                    n + 1,
                    lines.get(n).status(),
                    lines.get(n).paid(),
                    lines.get(n).reasons());
        }
        claims.add(new Claim(id, YearMonth.from(served), YearMonth.from(decided), versions, denied, lines));
    }

    private void script(Random random, MeasureFixture book, String id) {
        boolean reversal = random.nextInt(3) == 0;
        String original = reversal && random.nextBoolean() ? "R" + random.nextInt(60) : null;
        Script script = new Script(
                id,
                reversal,
                original,
                "RX" + random.nextInt(6),
                random.nextInt(3),
                FIRST.atDay(1).plusDays(random.nextInt(8) * 14L),
                random.nextBoolean() ? "G" : "B",
                random.nextInt(8) == 0,
                reversal ? -random.nextInt(900) : random.nextInt(900));
        scripts.add(script);
        book.script(
                id,
                reversal ? "B2" : "B1",
                original,
                script.rx(),
                script.fill(),
                script.date().toString(),
                script.cents(),
                "brand_generic",
                script.kind(),
                "compound",
                script.compound());
    }

    private void breakSome(Random random, MeasureFixture book) {
        for (Claim claim : claims) {
            int fate = random.nextInt(10);
            if (fate > 2) {
                continue;
            }
            (fate == 0 ? timing : broken).add(claim.id());
            for (String attribute : fate == 2 ? List.of("PAID", "ALLOWED") : List.of("PRESENCE")) {
                book.books.add(
                        "no_break_ledger",
                        "partnership_id",
                        "cascadia-lakeshore",
                        "reconciliation",
                        "R5",
                        "entity_key",
                        claim.id(),
                        "attribute",
                        attribute,
                        "category",
                        fate == 0 ? "TIMING" : "AMOUNT_DIFF",
                        "status",
                        "OPEN");
            }
        }
    }

    private long members(YearMonth month, MemberMonthRule rule, @Nullable String type) {
        Set<String> members = new HashSet<>();
        for (Span span : spans) {
            for (int day = 1; day <= month.lengthOfMonth(); day++) {
                boolean asked = rule == MemberMonthRule.ANY_DAY || day == (rule == MemberMonthRule.FIRST_DAY ? 1 : 15);
                LocalDate date = month.atDay(day);
                boolean covered = !date.isBefore(span.from()) && (span.to() == null || !date.isAfter(span.to()));
                if (asked && covered && (type == null || type.equals(span.type()))) {
                    members.add(span.member());
                }
            }
        }
        return members.size();
    }

    private BigDecimal medical(YearMonth month) {
        long cents = 0;
        for (Claim claim : claims) {
            if (claim.service().equals(month) && !claim.denied()) {
                for (long version : claim.versions()) {
                    cents += version;
                }
            }
        }
        return BigDecimal.valueOf(cents, 2);
    }

    private BigDecimal pharmacy(YearMonth month) {
        long cents = 0;
        for (Script script : scripts) {
            cents += YearMonth.from(script.date()).equals(month) ? script.cents() : 0;
        }
        return BigDecimal.valueOf(cents, 2);
    }

    private long scripts(YearMonth month, boolean genericOnly) {
        Map<String, Script> standing = new HashMap<>();
        scripts.stream().filter(s -> !s.reversal()).forEach(s -> standing.put(s.id(), s));
        Set<String> bills = Set.copyOf(standing.keySet());
        List<Script> nameless = new ArrayList<>();
        for (Script reversal : scripts) {
            if (reversal.reversal()) {
                if (reversal.original() != null && bills.contains(reversal.original())) {
                    standing.remove(reversal.original());
                } else {
                    nameless.add(reversal);
                }
            }
        }
        for (Script reversal : nameless) {
            standing.values().stream()
                    .filter(b -> b.rx().equals(reversal.rx()))
                    .filter(b -> Objects.equals(b.fill(), reversal.fill())
                            && b.date().equals(reversal.date()))
                    .min((a, b) -> a.id().compareTo(b.id()))
                    .ifPresent(bill -> standing.remove(bill.id()));
        }
        return standing.values().stream()
                .filter(s -> YearMonth.from(s.date()).equals(month) && !s.compound())
                .filter(s -> !genericOnly || s.kind().equals("G"))
                .count();
    }

    private long denials(YearMonth month, boolean deniedOnly) {
        long count = 0;
        for (Claim claim : claims) {
            if (!claim.decided().equals(month)) {
                continue;
            }
            List<Line> deciding = claim.lines().stream()
                    .filter(l -> !(l.paid() == 0
                            && l.reasons() != null
                            && l.reasons().contains(":97:")))
                    .toList();
            boolean denied = claim.versions().get(0) == 0
                    && (deciding.isEmpty()
                            ? claim.denied()
                            : deciding.stream().allMatch(l -> l.status().equals("DENIED")));
            boolean duplicate = denied
                    && !deciding.isEmpty()
                    && deciding.stream()
                            .allMatch(l -> l.reasons() != null && l.reasons().contains(":18:"));
            count += duplicate || (deniedOnly && !denied) ? 0 : 1;
        }
        return count;
    }

    private long matches(YearMonth month, boolean matchedOnly) {
        return claims.stream()
                .filter(c -> c.decided().equals(month) && !timing.contains(c.id()))
                .filter(c -> !matchedOnly || !broken.contains(c.id()))
                .count();
    }
}

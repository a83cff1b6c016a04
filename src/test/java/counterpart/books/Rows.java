package counterpart.books;

import counterpart.model.CoverageSpan;
import counterpart.model.FeedId;
import counterpart.model.LoadId;
import counterpart.model.MedicalClaim;
import counterpart.model.PharmacyClaim;
import java.time.LocalDate;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Rows and loads for tests, the same for the same seed, with empty fields and far characters among them. */
final class Rows {
    static final FeedId ELIGIBILITY = FeedId.of("lakeshore/eligibility");
    static final FeedId MEDICAL = FeedId.of("lakeshore/medical");
    private static final String[] NAMES = {"Óscar", "李", "O'Brien", "a|b\"c", "Zoë 🦊", "Smith", "", "x\ty"};

    private Rows() {}

    static LoadId load(int number) {
        return new LoadId(String.format("F-%06d-1", number));
    }

    static ActiveLoad active(int number, FeedId feed, String slot, long rows) {
        LocalDate asOf = LocalDate.of(2026, 10, 31);
        return new ActiveLoad(load(number), feed, slot, "FULL", asOf, asOf.minusDays(6), null, rows);
    }

    static CoverageSpan span(Random random, long row) {
        LocalDate from = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(800));
        return new CoverageSpan(
                row,
                "M" + row,
                "S" + row / 3,
                maybe(random, "01"),
                "SELF",
                NAMES[random.nextInt(NAMES.length)],
                NAMES[random.nextInt(NAMES.length)],
                LocalDate.of(1900, 1, 1).plusDays(random.nextInt(45000)),
                "F",
                maybe(random, "900000000"),
                maybe(random, "WA"),
                maybe(random, "00501"),
                "G1",
                "PPO",
                "MED",
                maybe(random, "EMP"),
                maybe(random, "COM"),
                from,
                maybe(random, from.plusDays(30)),
                maybe(random, LocalDate.of(1, 1, 1)),
                maybe(random, true),
                maybe(random, "030"),
                maybe(random, "2000000004"));
    }

    static MedicalClaim claim(Random random, long row) {
        LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
        long paid = random.nextLong(-100_000_000_000L, 100_000_000_000L);
        return new MedicalClaim(
                row,
                "C" + row,
                random.nextInt(5),
                "ORIGINAL",
                maybe(random, "1"),
                maybe(random, "C" + random.nextInt(1000)),
                "PAID",
                "PROF",
                "M" + random.nextInt(30000),
                maybe(random, "S1"),
                maybe(random, "G1"),
                maybe(random, "PPO"),
                maybe(random, "COM"),
                maybe(random, "2" + random.nextInt(100_000_000, 1_000_000_000)),
                maybe(random, "2" + random.nextInt(100_000_000, 1_000_000_000)),
                maybe(random, "2000000004"),
                maybe(random, "111"),
                maybe(random, "11"),
                from,
                maybe(random, from.plusDays(1)),
                maybe(random, from),
                maybe(random, from.plusDays(3)),
                maybe(random, "01"),
                maybe(random, "470"),
                maybe(random, "E11." + random.nextInt(100)),
                maybe(random, from.plusDays(5)),
                from.plusDays(9),
                maybe(random, from.plusDays(12)),
                maybe(random, paid + 500),
                maybe(random, paid + 100),
                paid,
                maybe(random, 2500L),
                maybe(random, 0L),
                maybe(random, Long.MAX_VALUE),
                maybe(random, Long.MIN_VALUE),
                maybe(random, 1L),
                maybe(random, true),
                maybe(random, false),
                maybe(random, "CO:45:100.00^PR:1:50.00"));
    }

    static PharmacyClaim prescription(Random random, long row) {
        LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
        return new PharmacyClaim(
                row,
                "P" + row,
                "B1",
                "P",
                maybe(random, "P1"),
                "M" + random.nextInt(30000),
                maybe(random, "01"),
                maybe(random, "G1"),
                maybe(random, "RX"),
                maybe(random, "COM"),
                "1234567890",
                maybe(random, "2000000004"),
                "RX" + row,
                maybe(random, random.nextInt(12)),
                day,
                day,
                maybe(random, day.plusDays(2)),
                "00093101201",
                maybe(random, NAMES[random.nextInt(NAMES.length)]),
                maybe(random, "G"),
                maybe(random, false),
                maybe(random, "RETAIL"),
                maybe(random, random.nextDouble() * 1000),
                maybe(random, 30),
                maybe(random, false),
                maybe(random, "0"),
                maybe(random, 1000L),
                maybe(random, 200L),
                maybe(random, 10L),
                maybe(random, 0L),
                maybe(random, 0L),
                maybe(random, 500L),
                maybe(random, 100L),
                maybe(random, 400L),
                maybe(random, 0L),
                maybe(random, 0L),
                -710L);
    }

    private static <T> @Nullable T maybe(Random random, T value) {
        return random.nextInt(4) == 0 ? null : value;
    }
}

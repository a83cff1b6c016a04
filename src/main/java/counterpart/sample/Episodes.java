package counterpart.sample;

import counterpart.sample.Dice.Stream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cases of hospital and emergency care that belong together over several claims: what must count once, and what must not
 * count although it looks as if it did. They come beside the ordinary claims, at modest prices.
 */
final class Episodes {
    /** In a smaller set one stay would move a week's dollars. */
    static final int FEWEST_MEMBERS = 2_000;

    private static final double EPISODES_PER_MEMBER_WEEK = 0.00049;
    private static final int WEEKS_BACK = 12;
    private static final int TRIES = 60;
    private static final int FIRST_INDEX = 800_000;
    private static final int CLAIMS_EACH = 8;
    private static final long STAY = 240_000;
    private static final long VISIT = 60_000;
    private static final long DOCTOR = 18_000;

    private final Scenario scenario;
    private final Population population;
    private final Dice dice;
    private final MedicalDraft draft;
    private final int start;
    private Consumer<MedicalDraft> taker = claim -> {};

    /** What happens, with how often it does in a hundred. */
    private enum Kind {
        /** A second stay 2 to 30 days after the first. */
        READMITTED(24),
        /** A second stay from day 31 on. */
        RETURNS_LATE(4),
        /** Admitted elsewhere on the day of discharge or the day after: one stay. */
        TRANSFERRED(5),
        /** Three interim bills: one stay. */
        BILLED_IN_PARTS(4),
        DIES(2),
        GIVES_BIRTH(6),
        /** Admitted and discharged on one day. */
        STAYS_NO_NIGHT(2),
        /** Bill type 12x, which is no admission. */
        ANCILLARY(2),
        /** Hospital, doctor and radiology of one day: one visit. */
        VISITS(24),
        /** Over midnight: one visit, on the day on which it began. */
        VISITS_OVER_MIDNIGHT(5),
        /** The doctor's claim alone: a visit. */
        SEES_DOCTOR_ONLY(12),
        /** A stay follows on the next day: no visit. */
        VISITS_AND_IS_ADMITTED(6),
        /** Place of service 23 without a procedure of emergency care: no visit. */
        IS_AT_PLACE_23(4);

        private final int share;

        Kind(int share) {
            this.share = share;
        }

        static Kind of(int percent) {
            int end = 0;
            for (Kind kind : values()) {
                end += kind.share;
                if (percent < end) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("the shares of the kinds end before " + percent);
        }
    }

    Episodes(Scenario scenario, Population population) {
        this.scenario = scenario;
        this.population = population;
        this.dice = new Dice(scenario.seed());
        this.draft = new MedicalDraft(population.families().get(0));
        this.start = (int) scenario.start().toEpochDay();
    }

    /** Hands out the claims adjudicated in a week, each only until the next is made. */
    void week(int week, Consumer<MedicalDraft> claims) {
        if (scenario.members() < FEWEST_MEMBERS) {
            return;
        }
        long monday = scenario.monday(week);
        taker = claim -> {
            if (claim.adjudicated >= monday && claim.adjudicated < monday + 7) {
                claim.week = week;
                claims.accept(claim);
            }
        };
        for (int base = Math.max(0, week - WEEKS_BACK); base <= week; base++) {
            int count = count(base);
            for (int i = 0; i < count; i++) {
                episode(base, i);
            }
        }
    }

    private int count(int week) {
        double mean = population.seats() * EPISODES_PER_MEMBER_WEEK;
        return (int) (mean + dice.at(Stream.CARE, week, -1).unit());
    }

    private void episode(int week, int number) {
        Dice d = dice.at(Stream.CARE, week, number);
        Kind kind = Kind.of(d.below(100));
        int day = (int) scenario.monday(week) + d.below(7);
        int nights = d.between(2, 5);
        int gap = d.between(2, 30);
        if (day < start || !hasPatient(kind, day, day + 2 * nights + gap + 45, d)) {
            return;
        }
        draft.provider = d.below(400);
        draft.index = FIRST_INDEX + number * CLAIMS_EACH;
        draft.claimId = "LC" + (10_000_000_000L + week * 10_000_000L + draft.index);
        switch (kind) {
            case READMITTED -> stays(d, day, nights, gap);
            case RETURNS_LATE -> stays(d, day, nights, 29 + gap / 2);
            case TRANSFERRED -> stays(d, day, nights, gap % 2);
            case BILLED_IN_PARTS -> inParts(d, day, nights);
            case DIES -> stay(d, day, nights, gap % 2 == 0 ? "20" : "41");
            case GIVES_BIRTH -> birth(d, day);
            case STAYS_NO_NIGHT -> stay(d, day, 0, "01");
            case ANCILLARY -> ancillary(d, day, nights);
            case VISITS -> {
                emergency(d, day, day, "0450");
                professional(d, day, "99284");
                professional(d, day, "G0463");
            }
            case VISITS_OVER_MIDNIGHT -> {
                emergency(d, day, day + 1, "0981");
                professional(d, day + 1, "99285");
            }
            case SEES_DOCTOR_ONLY -> professional(d, day, "99283");
            case VISITS_AND_IS_ADMITTED -> {
                emergency(d, day, day, "0451");
                stay(d, day + 1, nights, "01");
            }
            case IS_AT_PLACE_23 -> professional(d, day, "G0463");
        }
    }

    private void stays(Dice d, int day, int nights, int gap) {
        stay(d, day, nights, gap < 2 ? "02" : "01");
        draft.provider = (draft.provider + 1) % 400;
        stay(d, day + nights + gap, nights, "01");
    }

    private void stay(Dice d, int day, int nights, String status) {
        inpatient(day, day + nights);
        draft.dischargeStatus = status;
        send(d, STAY);
    }

    private void inParts(Dice d, int day, int nights) {
        String[] types = {"0112", "0113", "0114"};
        for (int part = 0; part < types.length; part++) {
            inpatient(day + part * nights, day + (part + 1) * nights - (part < 2 ? 1 : 0));
            draft.admitted = day;
            draft.billType = types[part];
            draft.dischargeStatus = part < 2 ? "30" : "01";
            send(d, STAY / types.length);
        }
    }

    private void birth(Dice d, int day) {
        inpatient(day, day + 2);
        draft.diagnosis = "O80";
        draft.drg = "807";
        send(d, STAY);
    }

    private void ancillary(Dice d, int day, int nights) {
        inpatient(day, day + nights);
        draft.billType = "0121";
        send(d, VISIT);
    }

    private void inpatient(int from, int thru) {
        plain(from, thru);
        draft.institutional = true;
        draft.inpatient = true;
        draft.revenue = "0120";
    }

    private void emergency(Dice d, int from, int thru, String revenue) {
        plain(from, thru);
        draft.institutional = true;
        draft.revenue = revenue;
        send(d, VISIT);
    }

    private void professional(Dice d, int day, String procedure) {
        plain(day, day);
        draft.procedure = procedure;
        draft.place = "23";
        send(d, DOCTOR);
    }

    private void plain(int from, int thru) {
        draft.from = from;
        draft.thru = thru;
        draft.institutional = false;
        draft.inpatient = false;
        draft.billType = "";
        draft.revenue = "";
        draft.procedure = "";
        draft.place = "";
        draft.diagnosis = "";
        draft.drg = "";
        draft.dischargeStatus = "01";
        draft.admitted = 0;
    }

    private void send(Dice d, long allowed) {
        draft.version = 0;
        draft.action = 'O';
        draft.clean = true;
        draft.received = draft.thru + d.between(1, 4);
        draft.adjudicated = draft.received + d.between(3, 14);
        draft.paidOn = draft.adjudicated + 2;
        ClaimPrices.flat(draft, allowed);
        taker.accept(draft);
        draft.index++;
        draft.claimId = "LC" + (Long.parseLong(draft.claimId.substring(2)) + 1);
    }

    /** Finds somebody who is covered to the end of it all, of the sex and age that it needs. */
    private boolean hasPatient(Kind kind, int day, int end, Dice d) {
        for (int tries = 0; tries < TRIES; tries++) {
            int seat = d.below(population.seats());
            @Nullable Family family = population.familyOf(seat, day);
            int person = population.personOf(seat);
            boolean isBirth = kind == Kind.GIVES_BIRTH;
            if (family != null
                    && family.covers(end)
                    && (!isBirth || (family.females()[person] && family.ageOn(person, day) >= 18))
                    && (kind != Kind.READMITTED || family.ageOn(person, day) >= 18)) {
                draft.family = family;
                draft.person = person;
                return true;
            }
        }
        return false;
    }
}

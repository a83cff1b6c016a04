package counterpart.sample;

import counterpart.sample.Measures.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * True stays, readmissions and emergency visits, found by walking each member's days: days in hospital that follow each
 * other are one stay.
 */
final class CareTruth {
    private static final Set<String> ENDED_BADLY = Set.of("20", "30", "40", "41", "42");

    private final MonthAxis axis;
    /** Claims that stand, by id; a reversal takes one out, its replacement puts it back. */
    private final Map<String, Case> cases = new HashMap<>();

    private record Case(
            int member,
            Family family,
            int person,
            String claimId,
            int from,
            int thru,
            Kind kind,
            String status,
            boolean birth) {}

    private enum Kind {
        HOSPITAL,
        EMERGENCY,
        EMERGENCY_DOCTOR
    }

    private record Stay(int first, int last, String status, boolean birth) {}

    CareTruth(MonthAxis axis) {
        this.axis = axis;
    }

    /** Takes one loaded version of a claim. */
    void medical(MedicalDraft claim) {
        cases.remove(claim.claimId + "/" + Kind.HOSPITAL);
        cases.remove(claim.claimId + "/" + Kind.EMERGENCY);
        cases.remove(claim.claimId + "/" + Kind.EMERGENCY_DOCTOR);
        if (claim.denied() || claim.action == 'R') {
            return;
        }
        if (MedicalRows.billType(claim).startsWith("011")) {
            note(claim, claim.admission(), Kind.HOSPITAL);
        }
        boolean doctor = false;
        boolean emergency = false;
        for (int line = 0; line < claim.lines; line++) {
            String revenue = MedicalRows.revenue(claim, line);
            emergency |= claim.institutional && (revenue.startsWith("045") || revenue.equals("0981"));
            doctor |= !claim.institutional && MedicalRows.procedure(claim, line).matches("9928[1-5]");
        }
        if (emergency) {
            note(claim, claim.from, Kind.EMERGENCY);
        }
        if (doctor) {
            note(claim, claim.from, Kind.EMERGENCY_DOCTOR);
        }
    }

    private void note(MedicalDraft claim, int from, Kind kind) {
        cases.put(
                claim.claimId + "/" + kind,
                new Case(
                        claim.family.memberNumber(claim.person),
                        claim.family,
                        claim.person,
                        claim.claimId,
                        from,
                        claim.thru,
                        kind,
                        claim.dischargeStatus,
                        claim.diagnosis.startsWith("O")));
    }

    /**
     * @param asOf the day of the eligibility file that says how long people are covered
     * @param now what files of changes after it say of a policy
     */
    List<Value> values(int asOf, UnaryOperator<Family> now, long[] medicalMembers) {
        long[] admissions = new long[axis.count()];
        long[] nights = new long[axis.count()];
        long[] ended = new long[axis.count()];
        long[] indexStays = new long[axis.count()];
        long[] readmitted = new long[axis.count()];
        long[] visits = new long[axis.count()];
        Map<Integer, List<Case>> byMember = new TreeMap<>();
        cases.values()
                .forEach(c -> byMember.computeIfAbsent(c.member(), m -> new ArrayList<>())
                        .add(c));
        for (List<Case> member : byMember.values()) {
            List<Stay> stays = stays(member);
            for (int i = 0; i < stays.size(); i++) {
                Stay stay = stays.get(i);
                add(admissions, stay.first(), 1);
                if (!stay.status().equals("30")) {
                    add(ended, stay.first(), 1);
                    add(nights, stay.first(), Math.max(1, stay.last() - stay.first()));
                }
                if (isIndex(stay, member.get(0), asOf, now)) {
                    add(indexStays, stay.last(), 1);
                    @Nullable Stay next = i + 1 < stays.size() ? stays.get(i + 1) : null;
                    add(readmitted, stay.last(), next != null && next.first() - stay.last() <= 30 ? 1 : 0);
                }
            }
            visits(member, stays).forEach(day -> add(visits, day, 1));
        }
        List<Value> values = new ArrayList<>();
        for (int m = 0; m < axis.count(); m++) {
            values.add(value("admissions-per-1000", m, admissions[m], medicalMembers[m]));
            values.add(value("length-of-stay", m, nights[m], ended[m]));
            values.add(value("readmission-30-day", m, readmitted[m], indexStays[m]));
            values.add(value("ed-visits-per-1000", m, visits[m], medicalMembers[m]));
        }
        return values;
    }

    private static List<Stay> stays(List<Case> member) {
        TreeSet<Integer> days = new TreeSet<>();
        member.stream().filter(c -> c.kind() == Kind.HOSPITAL).forEach(c -> {
            for (int day = c.from(); day <= c.thru(); day++) {
                days.add(day);
            }
        });
        List<Stay> stays = new ArrayList<>();
        int first = Integer.MIN_VALUE;
        int last = Integer.MIN_VALUE;
        for (int day : days) {
            if (day != last + 1) {
                if (first != Integer.MIN_VALUE) {
                    stays.add(stay(member, first, last));
                }
                first = day;
            }
            last = day;
        }
        if (first != Integer.MIN_VALUE) {
            stays.add(stay(member, first, last));
        }
        return stays;
    }

    /** The stay of a run of days; it ends as its claim with the last day ended. */
    private static Stay stay(List<Case> member, int first, int last) {
        List<Case> its = member.stream()
                .filter(c -> c.kind() == Kind.HOSPITAL && c.from() >= first && c.thru() <= last)
                .toList();
        Case end = its.get(0);
        for (Case c : its) {
            boolean isLater = c.thru() > end.thru()
                    || (c.thru() == end.thru() && c.from() > end.from())
                    || (c.thru() == end.thru()
                            && c.from() == end.from()
                            && c.claimId().compareTo(end.claimId()) > 0);
            end = isLater ? c : end;
        }
        return new Stay(first, last, end.status(), its.stream().anyMatch(Case::birth));
    }

    private static boolean isIndex(Stay stay, Case anyOfHis, int asOf, UnaryOperator<Family> now) {
        Family family = now.apply(anyOfHis.family());
        LocalDate birth = LocalDate.ofEpochDay(family.births()[anyOfHis.person()]);
        LocalDate discharge = LocalDate.ofEpochDay(stay.last());
        return stay.first() < stay.last()
                && !ENDED_BADLY.contains(stay.status())
                && !stay.birth()
                && !birth.plusYears(18).isAfter(discharge)
                && birth.plusYears(65).isAfter(discharge)
                && EligibilityRows.known(family, asOf)
                && family.first() <= stay.last()
                && EligibilityRows.knownLast(family, asOf) >= stay.last() + 30;
    }

    private static Set<Integer> visits(List<Case> member, List<Stay> stays) {
        Set<Integer> hospital = new HashSet<>();
        Set<Integer> doctor = new HashSet<>();
        for (Case c : member) {
            if (c.kind() == Kind.EMERGENCY) {
                hospital.add(c.from());
            } else if (c.kind() == Kind.EMERGENCY_DOCTOR) {
                doctor.add(c.from());
            }
        }
        Set<Integer> visits = new HashSet<>(hospital);
        for (int day : doctor) {
            if (!hospital.contains(day - 1) && !hospital.contains(day) && !hospital.contains(day + 1)) {
                visits.add(day);
            }
        }
        visits.removeIf(day -> stays.stream().anyMatch(s -> s.first() == day || s.first() == day + 1));
        return visits;
    }

    private void add(long[] counts, int day, long more) {
        int month = axis.of(day);
        if (month >= 0) {
            counts[month] += more;
        }
    }

    private Value value(String measure, int month, long numerator, long denominator) {
        return new Value(measure, axis.at(month), BigDecimal.valueOf(numerator), denominator);
    }
}

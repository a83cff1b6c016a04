package counterpart.reconcile.book;

import counterpart.partner.Partnership.Rung;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The ladder once more, in loops over lists, so that two ways of climbing it can be compared. */
final class LadderTwin {
    /** A member on one side. */
    record Person(
            String memberId,
            String subscriberId,
            String personCode,
            String ssn,
            String lastName,
            String firstName,
            LocalDate birthDate,
            String gender,
            String relationship) {}

    private final List<Person> lefts;
    private final List<Person> rights;
    private final TreeSet<String> told = new TreeSet<>();

    private LadderTwin(List<Person> lefts, List<Person> rights) {
        this.lefts = new ArrayList<>(lefts);
        this.rights = new ArrayList<>(rights);
    }

    /** Pairs as {@code MATCHED left right}, groups by their first ids and sizes, the rest as {@code ONLY id}. */
    static List<String> climb(List<Person> lefts, List<Person> rights, List<Rung> rungs) {
        LadderTwin twin = new LadderTwin(lefts, rights);
        rungs.forEach(twin::rung);
        twin.lefts.forEach(person -> twin.told.add("ONLY_LEFT " + person.memberId()));
        twin.rights.forEach(person -> twin.told.add("ONLY_RIGHT " + person.memberId()));
        return List.copyOf(twin.told);
    }

    private void rung(Rung rung) {
        Map<String, List<Person>> left = byKey(lefts, rung);
        Map<String, List<Person>> right = byKey(rights, rung);
        for (Map.Entry<String, List<Person>> entry : left.entrySet()) {
            List<Person> ours = entry.getValue();
            List<Person> theirs = right.getOrDefault(entry.getKey(), List.of());
            if (theirs.isEmpty()) {
                continue;
            }
            if (ours.size() == 1 && theirs.size() == 1) {
                Person l = ours.get(0);
                Person r = theirs.get(0);
                boolean conflict = !l.birthDate().equals(r.birthDate())
                        && !letters(l.lastName()).equals(letters(r.lastName()));
                told.add((conflict ? "IDENTITY_CONFLICT " : "MATCHED ") + l.memberId() + " " + r.memberId());
            } else {
                told.add("AMBIGUOUS " + least(ours) + " x" + ours.size() + " " + least(theirs) + " x" + theirs.size());
            }
            lefts.removeAll(ours);
            rights.removeAll(theirs);
        }
    }

    private static String least(List<Person> people) {
        return people.stream().map(Person::memberId).min(String::compareTo).orElseThrow();
    }

    private static Map<String, List<Person>> byKey(List<Person> people, Rung rung) {
        Map<String, List<Person>> byKey = new LinkedHashMap<>();
        for (Person person : people) {
            key(person, rung)
                    .ifPresent(key ->
                            byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(person));
        }
        return byKey;
    }

    private static Optional<String> key(Person p, Rung rung) {
        return switch (rung) {
            case MEMBER_ID -> Optional.of(p.memberId());
            case SUBSCRIBER_PERSON_CODE ->
                p.personCode().replaceAll("[^1-9]", "").isEmpty()
                        ? Optional.empty()
                        : Optional.of(p.subscriberId() + "#"
                                + Integer.parseInt(p.personCode().replaceAll("\\D", "")));
            case SSN_BIRTH_DATE ->
                p.ssn().matches("\\d{9}") && p.ssn().chars().distinct().count() > 1
                        ? Optional.of(p.ssn() + "#" + p.birthDate())
                        : Optional.empty();
            case NAME_BIRTH_DATE ->
                letters(p.lastName()).isEmpty() || letters(p.firstName()).isEmpty()
                        ? Optional.empty()
                        : Optional.of(first(letters(p.lastName()), 5) + "#" + first(letters(p.firstName()), 3) + "#"
                                + p.birthDate() + "#" + p.gender());
            case SUBSCRIBER_BIRTH_DATE -> Optional.of(p.subscriberId() + "#" + p.birthDate() + "#" + p.relationship());
        };
    }

    private static String letters(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
    }

    private static String first(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}

package counterpart.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What page 1 says of the registers, good or bad: C3 (actions) and C4 (incidents). None is news too. */
final class RegisterWords {
    private RegisterWords() {}

    static List<Sentence> of(Registers registers, LocalDate day) {
        return List.of(actions(registers, day), incidents(registers, day));
    }

    private static Sentence actions(Registers registers, LocalDate day) {
        List<Registers.Action> open = registers.actions().stream()
                .filter(action -> action.isOpen(day))
                .toList();
        List<Registers.Action> overdue =
                open.stream().filter(action -> action.daysOverdue(day) > 0).toList();
        long oldest = overdue.stream()
                .mapToLong(action -> action.daysOverdue(day))
                .max()
                .orElse(0);
        Map<String, String> inputs = Map.of(
                "open",
                String.valueOf(open.size()),
                "overdue",
                String.valueOf(overdue.size()),
                "daysOverdue",
                String.valueOf(oldest));
        String words = registers.actions().isEmpty()
                ? "Actions: none recorded."
                : open.isEmpty()
                        ? "Actions: none open."
                        : "Actions: " + open.size() + " open, "
                                + (overdue.isEmpty()
                                        ? "none overdue."
                                        : overdue.size() + " overdue (by up to " + Words.plural(oldest, "day", "days")
                                                + ").");
        return Sentence.of("C3", words, inputs);
    }

    private static Sentence incidents(Registers registers, LocalDate day) {
        List<Registers.Incident> open = registers.incidents().stream()
                .filter(incident -> incident.isOpen(day))
                .toList();
        String words = registers.incidents().isEmpty()
                ? "Incidents: none recorded."
                : open.isEmpty()
                        ? "Incidents: none open."
                        : "Incidents: " + open.size() + " open; newest: "
                                + Words.stopped(open.get(open.size() - 1).incident());
        return Sentence.of("C4", words, Map.of("open", String.valueOf(open.size())));
    }
}

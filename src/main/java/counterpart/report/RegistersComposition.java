package counterpart.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Composes the page of registers: overdue actions first, then open ones by due day, then those that were closed last. */
final class RegistersComposition {
    private static final int MOST_ACTIONS = 12;
    private static final int MOST_INCIDENTS = 6;

    private final Registers registers;
    private final LocalDate day;
    private final List<Decisions.Asked> decisions;
    private final List<Sentence> sentences = new ArrayList<>();

    RegistersComposition(Briefing briefing, List<Decisions.Asked> decisions) {
        this.registers = briefing.registers();
        this.day = briefing.scorecard().asOf();
        this.decisions = decisions;
    }

    RegistersPage page() {
        List<Registers.Action> actions = registers.actions().stream()
                .filter(action -> !action.opened().isAfter(day))
                .sorted(mostPressing())
                .toList();
        int shown = Math.min(MOST_ACTIONS, actions.size());
        int more = actions.size() - shown;
        return new RegistersPage(
                told("G1", message()),
                "Decisions, actions and incidents as both sides recorded them; ages are counted to "
                        + NumberFormats.day(day) + ".",
                decisions,
                told("G2", actionsMessage()),
                actions.subList(0, shown).stream().map(this::action).toList(),
                more == 0
                        ? ""
                        : Words.plural(more, "more action stands", "more actions stand")
                                + " in the register and not here.",
                told("G3", incidentsMessage()),
                incidents());
    }

    /** The sentences of the page with their rules; complete after {@link #page()}. */
    List<Sentence> sentences() {
        return List.copyOf(sentences);
    }

    private String told(String rule, String words) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("decisions", String.valueOf(decisions.size()));
        inputs.put("openActions", String.valueOf(openActions()));
        inputs.put("overdueActions", String.valueOf(overdueActions()));
        inputs.put("openIncidents", String.valueOf(openIncidents()));
        sentences.add(Sentence.of(rule, words, inputs));
        return words;
    }

    private String message() {
        String asked = decisions.isEmpty()
                ? "No decision is asked"
                : Words.opening(decisions.size()) + (decisions.size() == 1 ? " decision is" : " decisions are")
                        + " asked";
        long overdue = overdueActions();
        String late = overdue == 0 ? "no action is overdue" : small(overdue, "action is", "actions are") + " overdue";
        long open = openIncidents();
        String wrong = open == 0 ? "no incident is open" : small(open, "incident is", "incidents are") + " open";
        return asked + "; " + late + "; " + wrong;
    }

    private static String small(long count, String one, String many) {
        return Words.opening((int) count).toLowerCase(Locale.US) + " " + (count == 1 ? one : many);
    }

    private String actionsMessage() {
        if (registers.actions().isEmpty()) {
            return "No action is recorded";
        }
        long overdue = overdueActions();
        return openActions() + " of " + registers.actions().size() + " actions are open, "
                + (overdue == 0 ? "none" : overdue) + " overdue";
    }

    private String incidentsMessage() {
        if (registers.incidents().isEmpty()) {
            return "No incident is recorded";
        }
        long open = openIncidents();
        return (open == 0 ? "None" : open) + " of "
                + Words.plural(registers.incidents().size(), "incident", "incidents")
                + (open == 1 || open == 0 ? " is open" : " are open");
    }

    private long openActions() {
        return registers.actions().stream().filter(action -> action.isOpen(day)).count();
    }

    private long overdueActions() {
        return registers.actions().stream()
                .filter(action -> action.daysOverdue(day) > 0)
                .count();
    }

    private long openIncidents() {
        return registers.incidents().stream()
                .filter(incident -> incident.isOpen(day))
                .count();
    }

    private Comparator<Registers.Action> mostPressing() {
        return Comparator.comparing((Registers.Action action) -> !action.isOpen(day))
                .thenComparing(action -> action.isOpen(day) ? action.due() : LocalDate.MIN)
                .thenComparing(action -> closed(action.closed()), Comparator.reverseOrder())
                .thenComparing(Registers.Action::number);
    }

    private static LocalDate closed(@Nullable LocalDate closed) {
        return closed == null ? LocalDate.MIN : closed;
    }

    private RegistersPage.Row action(Registers.Action action) {
        long overdue = action.daysOverdue(day);
        LocalDate closed = action.closed();
        boolean isOpen = action.isOpen(day);
        String status = overdue > 0
                ? "Overdue by " + Words.plural(overdue, "day", "days")
                : isOpen || closed == null ? "Open" : "Done " + NumberFormats.day(closed);
        return new RegistersPage.Row(
                String.valueOf(action.number()),
                Words.stopped(action.action()),
                action.owner(),
                NumberFormats.day(action.due()),
                age(action.opened(), isOpen || closed == null ? day : closed),
                status,
                overdue > 0);
    }

    private List<RegistersPage.Row> incidents() {
        List<RegistersPage.Row> rows = new ArrayList<>();
        List<Registers.Incident> known = registers.incidents().stream()
                .filter(incident -> !incident.opened().isAfter(day))
                .sorted(Comparator.comparing((Registers.Incident incident) -> !incident.isOpen(day))
                        .thenComparing(Registers.Incident::opened, Comparator.reverseOrder()))
                .limit(MOST_INCIDENTS)
                .toList();
        for (Registers.Incident incident : known) {
            LocalDate closed = incident.closed();
            LocalDate due = incident.due();
            String impact = incident.impact();
            boolean isOpen = incident.isOpen(day);
            boolean isLate = isOpen && due != null && due.isBefore(day);
            rows.add(new RegistersPage.Row(
                    NumberFormats.day(incident.opened()),
                    Words.stopped(incident.incident()) + " "
                            + (impact == null ? "Impact not yet assessed." : Words.stopped(impact)),
                    incident.owner(),
                    due == null ? NumberFormats.MISSING : NumberFormats.day(due),
                    age(incident.opened(), isOpen || closed == null ? day : closed),
                    isLate ? "Overdue" : isOpen || closed == null ? "Open" : "Closed " + NumberFormats.day(closed),
                    isLate));
        }
        return rows;
    }

    private static String age(LocalDate opened, LocalDate end) {
        return Words.plural(ChronoUnit.DAYS.between(opened, end), "day", "days");
    }
}

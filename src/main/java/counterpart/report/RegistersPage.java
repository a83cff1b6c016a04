package counterpart.report;

import java.util.List;

/** The page of decisions, actions and incidents, ready to be printed: every string is final. */
public record RegistersPage(
        String message,
        String introduction,
        List<Decisions.Asked> decisions,
        String actionsMessage,
        List<Row> actions,
        String leftOut,
        String incidentsMessage,
        List<Row> incidents) {
    /**
     * One action or incident.
     *
     * @param key its number, or the day on which it began
     * @param isLate whether it is overdue, which its status says too
     */
    public record Row(String key, String what, String owner, String due, String age, String status, boolean isLate) {}

    public RegistersPage {
        decisions = List.copyOf(decisions);
        actions = List.copyOf(actions);
        incidents = List.copyOf(incidents);
    }
}

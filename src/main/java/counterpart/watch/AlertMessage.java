package counterpart.watch;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One word to a channel about all that is new for it. No member's data.
 *
 * @param id the same for the same content to the same channel, so that a second copy can be told
 * @param raised what began to need a person
 * @param resolved what needs nobody any more
 */
public record AlertMessage(String id, Standing.Run run, Instant at, List<Attention> raised, List<Attention> resolved) {
    public AlertMessage {
        raised = List.copyOf(raised);
        resolved = List.copyOf(resolved);
    }

    /** For a mail's subject: how many and of which kinds. */
    public String subject() {
        String kinds = raised.stream()
                .map(alert -> alert.kind().id())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        String news =
                raised.isEmpty() ? "" : raised.size() + (raised.size() == 1 ? " alert (" : " alerts (") + kinds + ")";
        String old = resolved.isEmpty() ? "" : resolved.size() + " resolved";
        return "Counterpart: " + news + (news.isEmpty() || old.isEmpty() ? "" : ", ") + old;
    }

    /** For people: each with its sentence, its command and its place in the runbook. */
    public String text() {
        StringBuilder text = new StringBuilder("Run " + run.number() + " ('" + run.command() + "') "
                + (run.isAtWork()
                        ? "has been at work since " + run.started()
                        : "ended at " + run.ended() + " with exit code " + run.exitCode())
                + ".\n");
        for (Attention alert : raised) {
            text.append('\n')
                    .append(alert.kind().id())
                    .append(": ")
                    .append(alert.kind().meaning())
                    .append("\n  ")
                    .append(alert.sentence())
                    .append("\n  Next: ")
                    .append(alert.next())
                    .append("\n  More: docs/runbook.md, section ")
                    .append(alert.kind().id())
                    .append('\n');
        }
        if (!resolved.isEmpty()) {
            text.append("\nResolved:\n");
            resolved.forEach(alert -> text.append("  ")
                    .append(alert.kind().id())
                    .append(' ')
                    .append(alert.sentence())
                    .append('\n'));
        }
        return text.append(
                        "\nAn alert is sent once, and once when it is resolved. What stands tells ./counterpart status\n")
                .toString();
    }
}

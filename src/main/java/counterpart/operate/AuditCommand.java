package counterpart.operate;

import counterpart.control.Audit;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what was done, by whom and why. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Lists audit events, the oldest first: who did what to what, and why.",
        footer = {"", "Example: ./counterpart audit --subject F-000048"})
final class AuditCommand extends LookCommand {
    @Option(
            names = "--subject",
            paramLabel = "ID",
            description = "Only what was done to this file, edition or job, for example F-000048.")
    private @Nullable String subject;

    @Option(names = "--since", paramLabel = "YYYY-MM-DD", description = "Only events of this day or later.")
    private @Nullable LocalDate since;

    @Option(
            names = "--last",
            paramLabel = "N",
            description = "At most so many, the newest (default: ${DEFAULT-VALUE}).")
    private int last = 100;

    @Override
    void check() {
        if (last < 1) {
            throw misused("--last must be 1 or more");
        }
    }

    @Override
    Answer look(OpenStores stores) {
        Listing listing = new Listing("event", "at", "actor", "act", "subject", "reason");
        for (Audit.Event event : stores.audit()
                .find(
                        subject,
                        since == null
                                ? null
                                : since.atStartOfDay(ZoneId.systemDefault()).toInstant(),
                        last)) {
            listing.row(event.id(), event.at(), event.actor(), event.act(), event.subject(), event.reason());
        }
        return Answer.of("events", listing, "No audit event is like that.");
    }
}

package counterpart.deliver;

import counterpart.partner.Partnership.Recipient;
import counterpart.report.Edition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of one edition's delivery: a line a recipient, in the order of the configuration. */
public record DeliveryReport(Edition edition, List<Line> lines) {
    /** What became of one recipient's delivery. */
    public enum Outcome {
        /** All of it lies there now, and some of it was not noted before. */
        DELIVERED,
        /** All of it had been delivered before; nothing was sent. */
        DELIVERED_BEFORE,
        /** Some of it is missing there. */
        FAILED
    }

    /** @param failure why, in a sentence; with FAILED only */
    public record Line(
            Recipient recipient, Outcome outcome, @Nullable String failure) {
        public Line {
            if ((failure != null) != (outcome == Outcome.FAILED)) {
                throw new IllegalArgumentException("a line says why it failed exactly when it failed");
            }
        }
    }

    public DeliveryReport {
        lines = List.copyOf(lines);
    }

    public long count(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    /** Who did not get the edition, why, and what to do; nothing when all have it. */
    public Optional<String> failure() {
        long failed = count(Outcome.FAILED);
        if (failed == 0) {
            return Optional.empty();
        }
        String causes = lines.stream()
                .filter(line -> line.outcome() == Outcome.FAILED)
                .map(line -> line.recipient().name() + " (" + line.recipient().partner() + ", "
                        + line.recipient().directory() + "): "
                        + String.valueOf(line.failure()).replaceFirst("\\.$", ""))
                .collect(Collectors.joining("; "));
        return Optional.of(edition.fileName() + " did not reach " + failed + " of " + lines.size() + " recipients. "
                + causes + ". Then run './counterpart monthly --month " + edition.month() + " --partnership "
                + edition.partnership() + "' again; it sends only what was not delivered");
    }
}

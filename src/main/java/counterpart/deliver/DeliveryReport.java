package counterpart.deliver;

import counterpart.finding.Trouble;
import counterpart.partner.Partnership.Recipient;
import counterpart.report.Edition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of one edition's delivery: a line a recipient, in the order of the configuration. */
public record DeliveryReport(Edition edition, List<Line> lines) {
    private static final List<Trouble.Kind> GRAVEST_FIRST = List.of(
            Trouble.Kind.SECURITY,
            Trouble.Kind.INPUT_OUTPUT,
            Trouble.Kind.INTERNAL,
            Trouble.Kind.PROTOCOL,
            Trouble.Kind.UNDELIVERED,
            Trouble.Kind.UNAVAILABLE);

    /** What became of one recipient's delivery. */
    public enum Outcome {
        /** All of it lies there now, and some of it was not noted before. */
        DELIVERED,
        /** All of it had been delivered before; nothing was sent. */
        DELIVERED_BEFORE,
        /** Some of it is missing there. */
        FAILED,
        /** Nobody can know whether it is there. */
        UNCERTAIN
    }

    /**
     * @param failure why, in a sentence; with FAILED and UNCERTAIN only
     * @param trouble what a scheduler should do about it; with a failure only
     */
    public record Line(
            Recipient recipient, Outcome outcome, @Nullable String failure, Trouble.@Nullable Kind trouble) {
        public Line {
            boolean failed = outcome == Outcome.FAILED || outcome == Outcome.UNCERTAIN;
            if ((failure != null) != failed || (trouble != null) != failed) {
                throw new IllegalArgumentException("a line says why it failed exactly when it failed");
            }
        }

        /** A line of one who has it. */
        public static Line of(Recipient recipient, Outcome outcome) {
            return new Line(recipient, outcome, null, null);
        }
    }

    public DeliveryReport {
        lines = List.copyOf(lines);
    }

    public long count(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    /** Who did not get the edition or may not have got it, why, and what to do; nothing when all have it. */
    public Optional<String> failure() {
        List<String> sentences = new ArrayList<>();
        String command =
                "'./counterpart monthly --month " + edition.month() + " --partnership " + edition.partnership();
        if (count(Outcome.FAILED) > 0) {
            sentences.add(edition.fileName() + " did not reach " + count(Outcome.FAILED) + " of " + lines.size()
                    + " recipients. " + causes(Outcome.FAILED) + ". Then run " + command
                    + "' again; it sends only what was not delivered");
        }
        if (count(Outcome.UNCERTAIN) > 0) {
            sentences.add("Whether " + edition.fileName() + " reached " + count(Outcome.UNCERTAIN) + " of "
                    + lines.size() + " recipients is not known. " + causes(Outcome.UNCERTAIN)
                    + ". It is not sent again unasked: ask them, then run " + command
                    + " --uncertain received --reason TEXT', or with resend in place of received");
        }
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(". ", sentences));
    }

    /** What a scheduler should do, by the gravest of the failures; nothing when all have it. */
    public Optional<Trouble.Kind> trouble() {
        return GRAVEST_FIRST.stream()
                .filter(kind -> lines.stream().anyMatch(line -> line.trouble() == kind))
                .findFirst();
    }

    private String causes(Outcome outcome) {
        return lines.stream()
                .filter(line -> line.outcome() == outcome)
                .map(line -> line.recipient().name() + " (" + line.recipient().partner() + ", "
                        + line.recipient().place() + "): "
                        + String.valueOf(line.failure()).replaceFirst("\\.$", ""))
                .collect(Collectors.joining("; "));
    }
}

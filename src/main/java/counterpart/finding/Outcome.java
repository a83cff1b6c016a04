package counterpart.finding;

import java.util.List;
import java.util.function.Function;

/**
 * What came of work on a partner's data: a value, perhaps with warnings, or a refusal with its reasons. Data faults are
 * outcomes; exceptions mean that our own machinery failed.
 */
public sealed interface Outcome<T> {
    /** A value; the findings are warnings at most. */
    record Success<T>(T value, List<Finding> findings) implements Outcome<T> {
        public Success {
            findings = List.copyOf(findings);
        }
    }

    /** No value; at least one finding says why. */
    record Refusal<T>(List<Finding> findings) implements Outcome<T> {
        public Refusal {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    static <T> Outcome<T> success(T value) {
        return new Success<>(value, List.of());
    }

    static <T> Outcome<T> refusal(Finding finding) {
        return new Refusal<>(List.of(finding));
    }

    List<Finding> findings();

    /** Handles both sides. */
    default <R> R fold(Function<Success<T>, R> onSuccess, Function<Refusal<T>, R> onRefusal) {
        if (this instanceof Success<T> success) {
            return onSuccess.apply(success);
        }
        return onRefusal.apply((Refusal<T>) this);
    }
}

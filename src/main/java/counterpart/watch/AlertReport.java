package counterpart.watch;

import java.util.List;

/**
 * What became of the alerts of one run.
 *
 * @param raised alerts that were new
 * @param resolved alerts whose cause is gone
 * @param open alerts whose cause stands, new ones among them
 * @param sent messages that a channel took
 * @param failures why channels took none, as sentences
 */
public record AlertReport(int raised, int resolved, int open, int sent, List<String> failures) {
    /** No alerts are configured. */
    public static final AlertReport NONE = new AlertReport(0, 0, 0, 0, List.of());

    public AlertReport {
        failures = List.copyOf(failures);
    }
}

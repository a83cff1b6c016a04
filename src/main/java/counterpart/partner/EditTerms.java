package counterpart.partner;

import counterpart.finding.RuleCode;
import counterpart.finding.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was agreed about the edits of one feed: other severities than the rulebook's, and waivers.
 *
 * @param severities by edit; an edit that is not named keeps its own
 */
public record EditTerms(Map<RuleCode, Severity> severities, List<Waiver> waivers) {
    /** The rulebook as it is. */
    public static final EditTerms NONE = new EditTerms(Map.of(), List.of());

    public EditTerms {
        severities = Map.copyOf(severities);
        waivers = List.copyOf(waivers);
    }

    /** The waiver of an edit that holds on a day. */
    public Optional<Waiver> waiverOf(RuleCode edit, LocalDate day) {
        return waivers.stream()
                .filter(waiver -> waiver.edit().equals(edit) && !waiver.isOverOn(day))
                .findFirst();
    }

    /** The severity of an edit on a day, its own being given. */
    public Severity severityOf(RuleCode edit, Severity own, LocalDate day) {
        return waiverOf(edit, day).isPresent() ? Severity.WAIVED : severities.getOrDefault(edit, own);
    }
}

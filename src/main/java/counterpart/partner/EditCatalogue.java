package counterpart.partner;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which edits there are and how far a partner's file may change them.
 *
 * @param severities by edit, the names of the severities that may be agreed; none for an edit that may be neither
 *     changed nor waived
 */
public record EditCatalogue(Map<String, Set<String>> severities) {
    public EditCatalogue {
        severities = Map.copyOf(severities);
    }

    public Set<String> edits() {
        return severities.keySet();
    }

    /** Whether an edit may be neither changed nor waived, because without it a row or file could not be kept at all. */
    public boolean isFixed(String edit) {
        return Optional.ofNullable(severities.get(edit)).map(Set::isEmpty).orElse(false);
    }

    public boolean allows(String edit, String severity) {
        return severities.getOrDefault(edit, Set.of()).contains(severity);
    }
}

package counterpart.operate;

import counterpart.validate.Edit;
import counterpart.validate.Rulebook;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the rules mean to an operator. */
final class Rules {
    private static final Map<String, Edit> BY_CODE = Rulebook.edits().stream()
            .collect(Collectors.toMap(edit -> edit.code().value(), edit -> edit, (first, second) -> first));

    private Rules() {}

    static Optional<Edit> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** What is wrong when the rule speaks; empty when this program knows no such rule. */
    static String meaning(String code) {
        return find(code).map(Edit::what).orElse("");
    }
}

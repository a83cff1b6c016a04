package counterpart.operate;

import counterpart.receive.Settlement;
import java.util.regex.Pattern;

/**
 * Which holds are released by two people only: those whose guard saw that much money or many members would change. One asks,
 * another, who logged in as somebody else, confirms.
 */
final class FourEyes {
    /** Dollars, rejected rows, terminated members, mass change of plans. */
    private static final Pattern GUARDS = Pattern.compile("F-0(?:19|20|21|22)");

    private FourEyes() {}

    /** Whether one of the reasons for which it is held, be it the last of several, is such a guard's. */
    static boolean needed(Settlement held) {
        return held.reasons().stream()
                .anyMatch(reason -> GUARDS.matcher(reason.code()).matches());
    }
}

package counterpart.operate;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which holds are released by two people only: those whose guard saw that much money or many members would change. One asks,
 * another, who logged in as somebody else, confirms.
 */
final class FourEyes {
    /** Dollars, rejected rows, terminated members, mass change of plans. */
    private static final Pattern GUARDS = Pattern.compile("F-0(?:19|20|21|22)");

    private FourEyes() {}

    static boolean needed(@Nullable String reasonCode) {
        return reasonCode != null && GUARDS.matcher(reasonCode).matches();
    }
}

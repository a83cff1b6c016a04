package counterpart.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that somebody probably meant. */
public final class Nearest {
    private static final int MOST_LISTED = 16;

    private Nearest() {}

    /** The known word nearest to what was written, if it is near: about a third of its letters may differ. */
    public static Optional<String> to(String written, Collection<String> known) {
        return known.stream()
                .filter(word -> isNear(written, word))
                .min(Comparator.<String>comparingInt(word -> distance(written, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** "Did you mean ...?" when a word is near, otherwise the known words. */
    public static String remedy(String written, Collection<String> known) {
        return to(written, known)
                .map(word -> "Did you mean " + word + "?")
                .orElse(known.isEmpty() ? "Remove it." : among(known));
    }

    private static String among(Collection<String> known) {
        return known.size() <= MOST_LISTED
                ? "Write one of " + sorted(known) + "."
                : "Write one of those that docs/configuration.md lists.";
    }

    public static String sorted(Collection<String> words) {
        return String.join(", ", words.stream().sorted().toList());
    }

    private static boolean isNear(String written, String word) {
        return distance(written, word) <= Math.max(1, Math.min(written.length(), word.length()) / 3);
    }

    /** Edits between two words, where capitals, hyphens and underscores cost nothing. */
    private static int distance(String written, String word) {
        String a = plain(written);
        String b = plain(word);
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }

    private static String plain(String word) {
        // A word longer than this is no slip of a known one; the cut bounds the work.
        String bounded = word.length() > 80 ? word.substring(0, 80) : word;
        return bounded.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }
}

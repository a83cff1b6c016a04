package counterpart.validate;

/** How many letters one name is away from another (Levenshtein). */
final class EditDistance {
    private static final int LONGEST = 64;

    private EditDistance() {}

    static int between(String left, String right) {
        String a = left.substring(0, Math.min(left.length(), LONGEST));
        String b = right.substring(0, Math.min(right.length(), LONGEST));
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}

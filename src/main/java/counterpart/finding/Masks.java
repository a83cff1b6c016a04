package counterpart.finding;

/** Masks values so that they can be shown outside the books. */
public final class Masks {
    private static final int SHOWN = 2;
    private static final int LONGEST = 12;

    private Masks() {}

    /**
     * Keeps the form of a value and hides what it says: every letter becomes {@code A}, every digit {@code 9}, but for
     * the last two characters of an identifier of six or more. Longer values are cut at twelve characters.
     */
    public static String identifier(String value) {
        int keepFrom = value.length() >= 6 ? value.length() - SHOWN : value.length();
        StringBuilder masked = new StringBuilder();
        for (int i = Math.max(0, value.length() - LONGEST); i < value.length(); i++) {
            masked.append(i >= keepFrom ? value.charAt(i) : shape(value.charAt(i)));
        }
        return masked.toString();
    }

    /** Keeps only the form of a value: letters become {@code A}, digits {@code 9}; cut at twelve characters. */
    public static String form(String value) {
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < Math.min(value.length(), LONGEST); i++) {
            masked.append(shape(value.charAt(i)));
        }
        return value.length() > LONGEST ? masked + "..." : masked.toString();
    }

    private static char shape(char c) {
        if (Character.isDigit(c)) {
            return '9';
        }
        return Character.isLetter(c) ? 'A' : Character.isISOControl(c) ? '?' : c;
    }
}

package counterpart.finding;

/** Text that others chose, as it may stand in a line of a log, a table or a subject: it can neither end nor recolour it. */
public final class OneLine {
    private OneLine() {}

    /**
     * The text with each control character, line or paragraph separator and mark that turns the direction of writing in
     * the form in which Java writes it, for example <code>&#92;u000a</code> for a line feed. Everything else stays.
     */
    public static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHarmful(c)) {
                line.append("\\u").append(String.format("%04x", (int) c));
            } else {
                line.append(c);
            }
        }
        return line.toString();
    }

    private static boolean isHarmful(char c) {
        int kind = Character.getType(c);
        return Character.isISOControl(c)
                || kind == Character.LINE_SEPARATOR
                || kind == Character.PARAGRAPH_SEPARATOR
                || kind == Character.FORMAT;
    }
}

package counterpart.partner.sftp;

/** Which names of a partner's files may be used in a path on the partner's own server, and how any name is shown. */
public final class RemoteNames {
    private static final int LONGEST = 255;
    private static final int SHOWN = 80;

    private RemoteNames() {}

    /** Whether the name is a plain file name: no separator, no dots only, nothing invisible or undecodable. */
    public static boolean isPlain(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST
                && !name.equals(".")
                && !name.equals("..")
                && name.codePoints().noneMatch(RemoteNames::isForbidden);
    }

    /** A name as it may appear in a log or a table: one line, nothing invisible, at most 80 characters. */
    public static String shown(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints()
                .limit(SHOWN)
                .forEach(c -> text.appendCodePoint(isForbidden(c) && c != '/' && c != '\\' ? '?' : c));
        return name.codePointCount(0, name.length()) > SHOWN ? text + "..." : text.toString();
    }

    static String joined(String directory, String name) {
        if (!isPlain(name)) {
            throw new IllegalArgumentException("'" + shown(name) + "' is not a plain file name");
        }
        return directory.endsWith("/") ? directory + name : directory + "/" + name;
    }

    private static boolean isForbidden(int c) {
        int type = Character.getType(c);
        return c == '/'
                || c == '\\'
                || c == 0xFFFD
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}

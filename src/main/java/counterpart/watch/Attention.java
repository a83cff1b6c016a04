package counterpart.watch;

import counterpart.finding.OneLine;

/**
 * One thing that needs a person. No member's data.
 *
 * @param subject what it is about, the same as long as it is the same thing: a file's id, a feed and a date, an edition
 *     and a recipient
 * @param sentence what is the matter, on one line
 * @param next the command to give
 */
public record Attention(AlertKind kind, String subject, String sentence, String next) {
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_SENTENCE = 1000;

    public Attention {
        subject = cut(subject, LONGEST_SUBJECT);
        sentence = cut(sentence, LONGEST_SENTENCE);
        next = cut(next, LONGEST_SENTENCE);
    }

    private static String cut(String text, int longest) {
        String line = OneLine.of(text);
        return line.length() > longest ? line.substring(0, longest - 3) + "..." : line;
    }
}

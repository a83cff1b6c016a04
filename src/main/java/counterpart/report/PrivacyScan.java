package counterpart.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Looks for what may never stand on a page: identifiers of a person and counts so small that they point at one. Counts
 * of files, rows, rejects and breaks carry no health content and may be small.
 */
public final class PrivacyScan {
    private static final Map<String, Pattern> IDENTIFIERS = new LinkedHashMap<>();

    private static final Pattern SMALL_COUNT = Pattern.compile("(?i)(?<![\\d,.$])"
            + "\\b(?:[1-9]|10|one|two|three|four|five|six|seven|eight|nine|ten)\\s+(?:\\w+\\s+)?"
            + "(?:members?|people|persons?|patients?|claims?|admissions?|prescriptions?|scripts?|fills?|employees?"
            + "|dependents?|subscribers?)\\b(?!\\s+edits?)");

    static {
        IDENTIFIERS.put("a social security number", Pattern.compile("\\b\\d{3}-\\d{2}-\\d{4}\\b"));
        IDENTIFIERS.put("an e-mail address", Pattern.compile("[\\w.+-]+@[\\w-]+\\.\\w+"));
        IDENTIFIERS.put("a telephone number", Pattern.compile("\\(?\\b\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4}\\b"));
        IDENTIFIERS.put("a drug code", Pattern.compile("\\b\\d{5}-\\d{4}-\\d{2}\\b"));
        IDENTIFIERS.put("an identifier", Pattern.compile("\\b[A-Z]{1,4}-?\\d{6,}\\b|\\b\\d{8,}\\b"));
    }

    private PrivacyScan() {}

    /** What was found, in words that do not repeat it; empty when the text may be printed. */
    public static List<String> findings(String text) {
        List<String> found = new ArrayList<>(identifiers(text));
        if (SMALL_COUNT.matcher(text).find()) {
            found.add("a count of people or claims from 1 to 10");
        }
        return found;
    }

    /** Only what identifies a person; for text in which a number may stand beside a word of the next column. */
    static List<String> identifiers(String text) {
        List<String> found = new ArrayList<>();
        IDENTIFIERS.forEach((name, pattern) -> {
            if (pattern.matcher(text).find()) {
                found.add(name);
            }
        });
        return found;
    }
}

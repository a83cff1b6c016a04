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
    private static final Map<String, Pattern> FORBIDDEN = new LinkedHashMap<>();

    static {
        FORBIDDEN.put("a social security number", Pattern.compile("\\b\\d{3}-\\d{2}-\\d{4}\\b"));
        FORBIDDEN.put("an e-mail address", Pattern.compile("[\\w.+-]+@[\\w-]+\\.\\w+"));
        FORBIDDEN.put("a telephone number", Pattern.compile("\\(?\\b\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4}\\b"));
        FORBIDDEN.put("a drug code", Pattern.compile("\\b\\d{5}-\\d{4}-\\d{2}\\b"));
        FORBIDDEN.put("an identifier", Pattern.compile("\\b[A-Z]{1,4}-?\\d{6,}\\b|\\b\\d{8,}\\b"));
        FORBIDDEN.put(
                "a count of people or claims from 1 to 10",
                Pattern.compile("(?i)(?<![\\d,.$])\\b(?:[1-9]|10|one|two|three|four|five|six|seven|eight|nine|ten)\\s+"
                        + "(?:\\w+\\s+)?(?:members?|people|persons?|patients?|claims|claim\\b(?!\\s+edits?)|admissions?"
                        + "|prescriptions?|scripts?|fills?|employees|dependents?|subscribers?)\\b"));
    }

    private PrivacyScan() {}

    /** What was found, in words that do not repeat it; empty when the text may be printed. */
    public static List<String> findings(String text) {
        List<String> found = new ArrayList<>();
        FORBIDDEN.forEach((name, pattern) -> {
            if (pattern.matcher(text).find()) {
                found.add(name);
            }
        });
        return found;
    }
}

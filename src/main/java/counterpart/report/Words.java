package counterpart.report;

import counterpart.measure.Status;
import counterpart.partner.Target.Perspective;
import counterpart.partner.Target.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Small words that several rules share. */
final class Words {
    /** The longest sentence that a rule may write. */
    static final int LONGEST_SENTENCE = 30;

    private static final List<String> NUMBERS =
            List.of("None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten");
    private static final List<String> ORDINALS = List.of(
            "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private Words() {}

    /** {@code a, b and c}. */
    static String list(List<String> parts) {
        return joined(parts, ", ");
    }

    /** {@code a; b; and c}, for parts that may hold commas themselves. */
    static String names(List<String> parts) {
        boolean hasComma = parts.stream().anyMatch(part -> part.contains(","));
        return joined(parts, hasComma && parts.size() > 2 ? "; " : ", ");
    }

    private static String joined(List<String> parts, String separator) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        String last = parts.get(parts.size() - 1);
        String joint = separator.startsWith(";") ? "; and " : " and ";
        return String.join(separator, parts.subList(0, parts.size() - 1)) + joint + last;
    }

    /** A number that opens a sentence: a word up to ten. */
    static String opening(int number) {
        return number < NUMBERS.size() ? NUMBERS.get(number) : String.valueOf(number);
    }

    /** {@code Seven of 15 joint measures are on target}. */
    static String onTarget(int on, int all) {
        if (all == 1) {
            return on == 1 ? "The one joint measure is on target" : "The one joint measure is not on target";
        }
        return opening(on) + " of " + all + " joint measures " + (on <= 1 ? "is" : "are") + " on target";
    }

    /** {@code 7 of 15 joint measures are on target, 5 near target and 3 off target.} Those not scored are told too. */
    static String onTargetInDigits(int all, Map<Status, Long> counts) {
        long on = counts.getOrDefault(Status.ON_TARGET, 0L);
        List<String> parts = new ArrayList<>();
        parts.add(on + " of " + all + " joint measures " + (on == 1 ? "is" : "are") + " on target");
        parts.add(counts.getOrDefault(Status.NEAR_TARGET, 0L) + " near target");
        parts.add(counts.getOrDefault(Status.OFF_TARGET, 0L) + " off target");
        long notScored = counts.getOrDefault(Status.NOT_SCORED, 0L);
        if (notScored > 0) {
            parts.add(notScored + " not scored");
        }
        return list(parts) + ".";
    }

    static String ordinal(int number) {
        if (number < ORDINALS.size()) {
            return ORDINALS.get(number);
        }
        int tens = number % 100;
        int ones = number % 10;
        String ending = tens >= 11 && tens <= 13 ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th";
        return number + ending;
    }

    static String plural(long count, String one, String many) {
        return NumberFormats.count(count) + " " + (count == 1 ? one : many);
    }

    /** A title inside a sentence: its first letter small, unless it opens an abbreviation or a name in capitals. */
    static String inside(String title) {
        boolean isAbbreviation = title.length() > 1 && !Character.isLowerCase(title.charAt(1));
        return isAbbreviation ? title : title.substring(0, 1).toLowerCase(Locale.US) + title.substring(1);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    static String perspective(Perspective perspective) {
        String name = perspective.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.US);
    }

    static String status(Status status) {
        return switch (status) {
            case ON_TARGET -> "On target";
            case NEAR_TARGET -> "Near target";
            case OFF_TARGET -> "Off target";
            case NOT_SCORED -> "Not scored";
        };
    }

    /** The partner whose priority it is, as both are called for short. */
    static String priority(Priority priority, Briefing briefing) {
        return switch (priority) {
            case LEFT -> briefing.left().shortName(briefing.right());
            case RIGHT -> briefing.right().shortName(briefing.left());
            case BOTH -> "Both";
        };
    }

    /** A text that ends in exactly one full stop, unless it ends in another mark that closes a sentence. */
    static String stopped(String text) {
        String bare = unstopped(text);
        return bare.endsWith("?") || bare.endsWith("!") ? bare : bare + ".";
    }

    /** A text without the full stops at its end. */
    static String unstopped(String text) {
        return text.strip().replaceAll("[.\\s]+$", "");
    }

    /** The first of the texts that is short enough for one sentence; the last when none is. */
    static String fitting(List<String> texts) {
        return texts.stream()
                .filter(text -> words(text) <= LONGEST_SENTENCE)
                .findFirst()
                .orElseGet(() -> texts.get(texts.size() - 1));
    }

    static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}

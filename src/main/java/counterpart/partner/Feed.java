package counterpart.partner;

import counterpart.model.FeedName;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One recurring file of a partner.
 *
 * @param directory where the partner leaves it on the server
 * @param namePattern what its names look like; the named groups {@code asOf}, {@code from}, {@code to} (yyyyMMdd),
 *     {@code seq} and {@code mode} state what a file without a header record does not
 * @param layout name of the file layout, among the partner's layouts
 * @param due when it is due; none when it comes without a calendar
 * @param fullFileAbsence what it means that a full eligibility file leaves out somebody who was covered
 * @param edits what was agreed about edits
 * @param processedDirectory where a taken file is moved on the server; none leaves it where it is
 */
public record Feed(
        FeedName name,
        Content content,
        String directory,
        Pattern namePattern,
        String layout,
        Completeness completeness,
        Slot slot,
        @Nullable DueTime due,
        @Nullable String processedDirectory,
        Guards guards,
        Absence fullFileAbsence,
        EditTerms edits) {
    /** A feed whose full files speak for themselves, with the rulebook as it is. */
    public Feed(
            FeedName name,
            Content content,
            String directory,
            Pattern namePattern,
            String layout,
            Completeness completeness,
            Slot slot,
            @Nullable DueTime due,
            @Nullable String processedDirectory,
            Guards guards) {
        this(
                name,
                content,
                directory,
                namePattern,
                layout,
                completeness,
                slot,
                due,
                processedDirectory,
                guards,
                Absence.TERMINATE,
                EditTerms.NONE);
    }

    /** What it means that a full eligibility file leaves out a member who was covered. */
    public enum Absence {
        /** Coverage ended on the day before the file's as-of date. */
        TERMINATE,
        /** Coverage goes on; who is missing is told (F-021 warns). */
        REPORT,
        /** The file waits for a person (F-021 holds it), whatever the number. */
        HOLD
    }

    /** What the file is about. */
    public enum Content {
        ELIG,
        /** Who is covered in one side's eyes, to be held against the other's eligibility; no claim is checked by it. */
        ROSTER,
        MCLM,
        RXCLM
    }

    /**
     * Which earlier load a new one supersedes: that of the same as-of date, that of the same period, or none (each file
     * adds up).
     */
    public enum Slot {
        AS_OF,
        PERIOD,
        FILE
    }
}

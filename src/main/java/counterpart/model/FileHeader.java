package counterpart.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of itself, in its header record or in the named groups of its name. Everything may be absent; the
 * feed says what it needs.
 *
 * @param fileType ELIG, MCLM, RXCLM
 * @param mode FULL (all that is), CHG (changes), HIST (history, exempt from volume and timing edits)
 * @param submissionType O original, R resubmission, C correction
 * @param periodFrom first day: of adjudication for claims, of coverage for eligibility
 * @param asOfDate the day whose end the file describes
 * @param environment P production, T test
 */
public record FileHeader(
        @Nullable String layoutVersion,
        @Nullable String fileId,
        @Nullable String senderId,
        @Nullable String receiverId,
        @Nullable String fileType,
        @Nullable String mode,
        @Nullable String submissionType,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        @Nullable LocalDate asOfDate,
        @Nullable String createdAt,
        @Nullable Long sequenceNumber,
        @Nullable String environment,
        @Nullable String replacesFileId) {}

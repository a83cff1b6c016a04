package counterpart.validate;

import counterpart.model.FileHeader;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a file's name says where its header says nothing: the named groups of the feed's name pattern. */
final class FileNameFacts {
    private static final DateReader DATE = new DateReader("uuuuMMdd");

    private final @Nullable Matcher matcher;

    FileNameFacts(Pattern pattern, String name) {
        Matcher candidate = pattern.matcher(name);
        this.matcher = candidate.matches() ? candidate : null;
    }

    /** The header with what it lacks; the mode is FULL, and the as-of date the period's last day, unless said. */
    FileHeader complete(FileHeader header) {
        String mode = header.mode() == null ? text("mode") : header.mode();
        LocalDate from = header.periodFrom() == null ? date("from") : header.periodFrom();
        LocalDate to = header.periodTo() == null ? date("to") : header.periodTo();
        LocalDate asOf = header.asOfDate() == null ? date("asOf") : header.asOfDate();
        Long sequence = header.sequenceNumber() == null ? number("seq") : header.sequenceNumber();
        return new FileHeader(
                header.layoutVersion(),
                header.fileId(),
                header.senderId(),
                header.receiverId(),
                header.fileType(),
                mode == null ? "FULL" : mode,
                header.submissionType(),
                from,
                to,
                asOf == null ? to : asOf,
                header.createdAt(),
                sequence,
                header.environment(),
                header.replacesFileId());
    }

    private @Nullable LocalDate date(String group) {
        String text = text(group);
        return text != null && DATE.read(text) instanceof LocalDate date ? date : null;
    }

    private @Nullable Long number(String group) {
        String text = text(group);
        return text != null && NumberReaders.longNumber(text) instanceof Long number ? number : null;
    }

    private @Nullable String text(String group) {
        if (matcher == null) {
            return null;
        }
        try {
            return matcher.group(group);
        } catch (IllegalArgumentException noSuchGroup) {
            return null;
        }
    }
}

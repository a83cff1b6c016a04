package counterpart.validate;

import counterpart.model.FileHeader;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a file's name says where its header says nothing: the named groups of the feed's name pattern. */
final class FileNameFacts {
    private static final DateReader DATE = new DateReader("uuuuMMdd");

    private static final Pattern MONTH = Pattern.compile("[1-9][0-9]{3}(0[1-9]|1[0-2])");
    private static final Pattern YEAR = Pattern.compile("[1-9][0-9]{3}");

    private final @Nullable Matcher matcher;
    private final String agreedMode;

    /** @param agreedMode what the files are when nothing else says; none means FULL */
    FileNameFacts(Pattern pattern, String name, @Nullable String agreedMode) {
        this.agreedMode = agreedMode == null ? "FULL" : agreedMode;
        Matcher candidate = pattern.matcher(name);
        this.matcher = candidate.matches() ? candidate : null;
    }

    /** The header with what it lacks; the mode is as agreed, and the as-of date the period's last day, unless said. */
    FileHeader complete(FileHeader header) {
        String mode = header.mode() == null ? text("mode") : header.mode();
        LocalDate from = header.periodFrom() == null ? first(date("from"), period(false)) : header.periodFrom();
        LocalDate to = header.periodTo() == null ? first(date("to"), period(true)) : header.periodTo();
        LocalDate asOf = header.asOfDate() == null ? date("asOf") : header.asOfDate();
        Long sequence = header.sequenceNumber() == null ? number("seq") : header.sequenceNumber();
        return new FileHeader(
                header.layoutVersion(),
                header.fileId(),
                header.senderId(),
                header.receiverId(),
                header.fileType(),
                mode == null ? agreedMode : mode,
                header.submissionType(),
                from,
                to,
                asOf == null ? to : asOf,
                header.createdAt(),
                sequence,
                header.environment(),
                header.replacesFileId());
    }

    /** The first or the last day of the month or the year that the name tells. */
    private @Nullable LocalDate period(boolean last) {
        String month = text("month");
        String year = text("year");
        if (month != null && MONTH.matcher(month).matches()) {
            YearMonth whole =
                    YearMonth.of(Integer.parseInt(month.substring(0, 4)), Integer.parseInt(month.substring(4)));
            return last ? whole.atEndOfMonth() : whole.atDay(1);
        }
        if (year != null && YEAR.matcher(year).matches()) {
            int whole = Integer.parseInt(year);
            return last ? LocalDate.of(whole, 12, 31) : LocalDate.of(whole, 1, 1);
        }
        return null;
    }

    private static @Nullable LocalDate first(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null ? b : a;
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

package counterpart.receive;

import counterpart.model.Money;
import counterpart.model.Sha256;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the control file beside a file states: one line {@code filename|bytes|sha256|recordCount|amountTotal}, of which
 * the last three may be empty. Of a control file that cannot be read nothing is kept, for nobody knows what it holds.
 *
 * @param bytes size of the file as it was sent; none when the control file cannot be read or names another file
 * @param sha256 its digest
 * @param records its detail records: without heading line, header and trailer
 * @param paidCents what they come to
 */
public record ControlFile(
        @Nullable Long bytes,
        @Nullable Sha256 sha256,
        @Nullable Long records,
        @Nullable Long paidCents) {
    /** A control file that says nothing about the file beside it. */
    public static final ControlFile UNREADABLE = new ControlFile(null, null, null, null);

    private static final int FIELDS = 5;
    private static final Pattern DOLLARS = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,2})?");

    /** Reads the control file of a file of this name. */
    public static ControlFile read(String text, String name) {
        String[] fields = text.strip().split("\\|", -1);
        if (fields.length != FIELDS || !fields[0].strip().equals(name)) {
            return UNREADABLE;
        }
        try {
            return new ControlFile(
                    Long.valueOf(fields[1].strip()),
                    fields[2].isBlank() ? null : new Sha256(fields[2].strip().toLowerCase(Locale.ROOT)),
                    fields[3].isBlank() ? null : Long.valueOf(fields[3].strip()),
                    fields[4].isBlank() ? null : cents(fields[4].strip()));
        } catch (IllegalArgumentException e) { // no number, no digest
            return UNREADABLE;
        }
    }

    private static long cents(String dollars) {
        if (!DOLLARS.matcher(dollars).matches()) { // an exponent would be written out, however large
            throw new IllegalArgumentException("no amount in dollars and cents");
        }
        return Money.ofDollars(new BigDecimal(dollars)).cents();
    }
}

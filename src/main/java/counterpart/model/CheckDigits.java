package counterpart.model;

/** Check digits of the identifiers that partners send. Each method answers false for text of any other form. */
public final class CheckDigits {
    private static final int NPI_PREFIX_SUM = 24;

    private CheckDigits() {}

    /**
     * Whether the text is a National Provider Identifier: ten digits, the first 1 or 2, Luhn-valid with the prefix 80840
     * (which adds 24 to the sum; CMS, "NPI check digit").
     */
    public static boolean isNpi(String text) {
        if (text.length() != 10 || (text.charAt(0) != '1' && text.charAt(0) != '2')) {
            return false;
        }
        int sum = NPI_PREFIX_SUM;
        for (int i = 0; i < 10; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    /** Completes nine digits to a valid NPI. */
    public static String completeNpi(String nineDigits) {
        for (char check = '0'; check <= '9'; check++) {
            if (isNpi(nineDigits + check)) {
                return nineDigits + check;
            }
        }
        throw new IllegalArgumentException("an NPI starts with 1 or 2 and has nine digits before its check digit");
    }

    /** Whether the text is a National Drug Code in its 11-digit form (5-4-2 without hyphens) and no placeholder. */
    public static boolean isNdc11(String text) {
        return text.length() == 11
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && !text.equals("00000000000")
                && !text.equals("99999999999");
    }

    /**
     * Whether nine digits can be a Social Security number: area not 000, 666 or 900 to 999, group not 00, serial not
     * 0000, and none of the well-known placeholders.
     */
    public static boolean isSsn(String text) {
        if (text.length() != 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        String area = text.substring(0, 3);
        return !area.equals("000")
                && !area.equals("666")
                && area.charAt(0) != '9'
                && !text.startsWith("00", 3)
                && !text.endsWith("0000")
                && !text.equals("123456789")
                && text.chars().distinct().count() > 1;
    }
}

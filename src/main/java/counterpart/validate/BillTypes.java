package counterpart.validate;

import org.jspecify.annotations.Nullable;

/** What a bill type says: facility, kind of care and frequency, with or without a leading zero (NUBC). */
final class BillTypes {
    private static final String STAYS = "11 18 21 41";

    private BillTypes() {}

    /** Inpatient care: hospital (11x), swing bed (18x), skilled nursing (21x), religious non-medical (41x). */
    static boolean isStay(@Nullable String billType) {
        String kind = kind(billType);
        return !kind.isEmpty() && STAYS.contains(kind);
    }

    /** An admission to a hospital; 12x is not one (rulings of the field, 9). */
    static boolean isHospitalStay(@Nullable String billType) {
        return kind(billType).equals("11");
    }

    /** Facility and kind of care; empty when it is no bill type. */
    private static String kind(@Nullable String billType) {
        if (billType == null) {
            return "";
        }
        String plain = billType.length() == 4 && billType.charAt(0) == '0' ? billType.substring(1) : billType;
        return plain.length() == 3 ? plain.substring(0, 2) : "";
    }
}

package counterpart.validate;

import counterpart.finding.Severity;
import counterpart.model.MedicalClaim;
import java.time.LocalDate;
import java.util.Set;

/** M-212: A professional claim's place of service is not in the list of CMS. */
final class M212PlaceOfService implements Rule<MedicalClaim> {
    private static final Edit EDIT = Edit.of(
            "M-212",
            Severity.WARN,
            Edit.Level.FIELD,
            "A professional claim's place of service is not in the list of CMS.",
            "Send the two-digit code as it was billed.",
            "CMS place of service code set");
    private static final Set<String> PLACES =
            Set.of(("01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 31 32 33 34 41 42"
                            + " 49 50 51 52 53 54 55 56 57 58 60 61 62 65 66 71 72 81 99")
                    .split(" "));

    @Override
    public Edit edit() {
        return EDIT;
    }

    @Override
    public String field() {
        return "place_of_service";
    }

    @Override
    public boolean isBrokenBy(MedicalClaim row, LocalDate today) {
        String place = row.placeOfService();
        return row.claimType().equals("PROF") && place != null && !PLACES.contains(place);
    }

    @Override
    public MedicalClaim passes() {
        return ExampleRow.claim("place_of_service", "11");
    }

    @Override
    public MedicalClaim fails() {
        return ExampleRow.claim("place_of_service", "30");
    }
}

package counterpart.validate;

import counterpart.model.BookTable;
import counterpart.model.Fields.Field;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which edit a field's fault is told under: that of its type, unless the field has one of its own. */
final class FieldEdits {
    private static final Map<String, Edit> OWN = Map.ofEntries(
            Map.entry("member_id", E101PlaceholderId.EDIT),
            Map.entry("subscriber_id", E101PlaceholderId.EDIT),
            Map.entry("last_name", Edits.E102),
            Map.entry("first_name", Edits.E102),
            Map.entry("birth_date", E103BirthDate.EDIT),
            Map.entry("gender", Edits.E105),
            Map.entry("relationship", Edits.E105),
            Map.entry("claim_id", Edits.M201),
            Map.entry("claim_version", Edits.M201),
            Map.entry("line_number", Edits.M201),
            Map.entry("from_date", M203ClaimDates.EDIT),
            Map.entry("ndc", P301DrugCode.EDIT),
            Map.entry("quantity", P303QuantityAndDays.EDIT),
            Map.entry("days_supply", P303QuantityAndDays.EDIT));

    /** Fields whose unknown codes have an edit of their own. */
    private static final Map<String, Edit> UNKNOWN_CODE = Map.of("plan_code", Edits.E119, "group_id", Edits.E119);

    private final @Nullable BookTable table;

    /** @param table none for header and trailer, whose fields have no edits of their own */
    FieldEdits(@Nullable BookTable table) {
        this.table = table;
    }

    Edit missing(Field field) {
        return own(field, Edits.G001);
    }

    Edit unknownCode(Field field) {
        Edit ofEligibility = table == BookTable.COVERAGE_SPAN ? UNKNOWN_CODE.get(field.name()) : null;
        return ofEligibility == null ? own(field, Edits.G005) : ofEligibility;
    }

    Edit unreadable(Field field) {
        return own(
                field,
                switch (field.type()) {
                    case TEXT -> Edits.G001;
                    case DATE -> Edits.G002;
                    case MONEY -> Edits.G003;
                    case WHOLE_NUMBER, QUANTITY, YES_NO -> Edits.G004;
                });
    }

    private Edit own(Field field, Edit general) {
        if (table == null) {
            return general;
        }
        if (table == BookTable.PHARMACY_CLAIM && field.name().equals("claim_id")) {
            return Edits.P300;
        }
        return OWN.getOrDefault(field.name(), general);
    }
}

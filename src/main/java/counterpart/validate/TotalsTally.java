package counterpart.validate;

import counterpart.model.BookTable;
import counterpart.model.ControlTotals;
import counterpart.model.MedicalClaim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts and sums a file's detail rows as they stand in it, rejected ones too: the partner's trailer counts them. A sum
 * over a text that cannot be read is unknown from then on, and is not held against the trailer.
 */
final class TotalsTally {
    private static final long HASH_MODULUS = 1_000_000_000_000L;

    /** A sum that may become unknown. */
    private static final class Sum {
        private long value;
        private boolean known = true;

        void add(@Nullable Object amount) {
            if (amount == FieldPlan.FAULT) {
                known = false;
            } else if (amount instanceof Long cents) {
                value = Math.addExact(value, cents);
            }
        }

        @Nullable
        Long value() {
            return known ? value : null;
        }
    }

    /** Which fields of a table the totals are over. */
    private record Basis(
            String key,
            List<String> billed,
            List<String> allowed,
            List<String> paid,
            List<String> memberCost,
            String reversalField,
            String reversalCode) {}

    private static final Basis SPANS = new Basis("member_id", List.of(), List.of(), List.of(), List.of(), "", "");
    private static final Basis CLAIMS = new Basis(
            "claim_id",
            List.of("billed"),
            List.of("allowed"),
            List.of("paid"),
            List.of("deductible", "copay", "coinsurance"),
            "adjustment_type",
            "REVERSAL");
    private static final Basis PRESCRIPTIONS = new Basis(
            "claim_id", List.of(), List.of(), List.of("plan_paid"), List.of("patient_pay"), "transaction_code", "B2");

    private final DistinctTexts members = new DistinctTexts();
    private final Sum billed = new Sum();
    private final Sum allowed = new Sum();
    private final Sum paid = new Sum();
    private final Sum memberCost = new Sum();
    private final Sum reversals = new Sum();
    private final Sum reversalPaid = new Sum();
    private long details;
    private long lines;
    private long hash;
    private boolean keysKnown = true;
    private boolean membersKnown = true;
    private boolean priced = true;

    /**
     * Counts a row.
     *
     * @param converter that of the row's record, to find its fields
     * @param values the row's values; none when it is ragged
     */
    void add(BookTable table, RowConverter<?> converter, @Nullable Object @Nullable [] values) {
        if (table == BookTable.CLAIM_LINE) {
            lines++;
            return;
        }
        details++;
        Basis basis =
                table == BookTable.COVERAGE_SPAN ? SPANS : table == BookTable.MEDICAL_CLAIM ? CLAIMS : PRESCRIPTIONS;
        priced = table != BookTable.PHARMACY_CLAIM;
        addMember(value(converter, values, "member_id"));
        addKey(value(converter, values, basis.key()));
        addAmounts(basis, converter, values);
    }

    private void addAmounts(Basis basis, RowConverter<?> converter, @Nullable Object @Nullable [] values) {
        addAll(billed, basis.billed(), converter, values);
        addAll(allowed, basis.allowed(), converter, values);
        addAll(paid, basis.paid(), converter, values);
        addAll(memberCost, basis.memberCost(), converter, values);
        if (!basis.reversalField().isEmpty()) {
            addReversal(basis, converter, values);
        }
    }

    /**
     * Counts a row that may make several records.
     *
     * @param first whether it is the first of the row's records
     */
    void addComposed(DetailKind<?> kind, @Nullable Object @Nullable [] values, boolean first) {
        boolean line = kind.table() == BookTable.CLAIM_LINE;
        if (first) {
            details++;
            priced = kind.table() != BookTable.PHARMACY_CLAIM;
            String key = kind.table() == BookTable.COVERAGE_SPAN ? "member_id" : "claim_id";
            addKey(value(kind.converter(), values, key));
        }
        if (line) {
            lines++;
        }
        DetailKind<?> owner = kind.repeated() == null ? kind : kind.repeated();
        if (first && owner != kind) {
            addMember(values == null ? FieldPlan.FAULT : owner.converter().lastValue("member_id"));
        } else if (first) {
            addMember(value(kind.converter(), values, "member_id"));
        }
        if (!line && kind.table() != BookTable.COVERAGE_SPAN) {
            addAmounts(kind.table() == BookTable.MEDICAL_CLAIM ? CLAIMS : PRESCRIPTIONS, kind.converter(), values);
        }
    }

    /** Adds the amounts of a claim that rows, which are counted already, repeat. */
    void addClaim(MedicalClaim claim) {
        billed.add(claim.billedCents());
        allowed.add(claim.allowedCents());
        paid.add(claim.paidCents());
        memberCost.add(claim.deductibleCents());
        memberCost.add(claim.copayCents());
        memberCost.add(claim.coinsuranceCents());
        if (DetailKind.isReversal(claim)) {
            reversals.add(1L);
            reversalPaid.add(claim.paidCents());
        }
    }

    /** What was counted; unknown sums are absent. */
    ControlTotals totals(@Nullable String fileId) {
        return new ControlTotals(
                fileId,
                details,
                lines,
                membersKnown ? members.count() : null,
                priced ? billed.value() : null,
                priced ? allowed.value() : null,
                paid.value(),
                memberCost.value(),
                reversals.value(),
                reversalPaid.value(),
                keysKnown ? hash : null);
    }

    /** The number that a key's digits make, modulo 10^12. */
    static long digits(String key) {
        long value = 0;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c >= '0' && c <= '9') {
                value = (value * 10 + c - '0') % HASH_MODULUS;
            }
        }
        return value;
    }

    private void addMember(@Nullable Object member) {
        if (member instanceof String text) {
            members.add(text);
        } else {
            membersKnown = false;
        }
    }

    private void addKey(@Nullable Object key) {
        if (key instanceof String text) {
            hash = (hash + digits(text)) % HASH_MODULUS;
        } else {
            keysKnown = false;
        }
    }

    private void addReversal(Basis basis, RowConverter<?> converter, @Nullable Object @Nullable [] values) {
        Object kind = value(converter, values, basis.reversalField());
        if (kind == FieldPlan.FAULT || kind == null) {
            reversals.add(FieldPlan.FAULT);
            reversalPaid.add(FieldPlan.FAULT);
        } else if (kind.equals(basis.reversalCode())) {
            reversals.add(1L);
            addAll(reversalPaid, basis.paid(), converter, values);
        }
    }

    private static void addAll(
            Sum sum, List<String> fields, RowConverter<?> converter, @Nullable Object @Nullable [] values) {
        for (String field : fields) {
            sum.add(value(converter, values, field));
        }
    }

    private static @Nullable Object value(
            RowConverter<?> converter, @Nullable Object @Nullable [] values, String field) {
        if (values == null) {
            return FieldPlan.FAULT;
        }
        int component = converter.component(field);
        return component < 0 ? null : values[component];
    }
}

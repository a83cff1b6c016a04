package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.finding.Masks;
import counterpart.model.BookTable;
import counterpart.model.Fields;
import counterpart.model.Fields.Field;
import counterpart.partner.FieldMapping;
import counterpart.partner.FileLayout.AmountSign;
import counterpart.partner.FileLayout.Dialect;
import counterpart.partner.FileLayout.RecordLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes records of one type from the fields of a file's records; tells all faults of a record at once. */
final class RowConverter<T extends Record> {
    /**
     * What came of one record.
     *
     * @param row none when there are faults
     * @param values by component; {@link FieldPlan#FAULT} where a text could not be read; kept only until the next
     */
    record Converted<T>(@Nullable T row, @Nullable Object[] values, List<Finding> faults) {}

    private final RecordMaker<T> maker;
    private final List<FieldPlan> plans = new ArrayList<>();
    private final Map<String, FieldPlan> planByField = new HashMap<>();
    private final @Nullable Object[] values;
    private final boolean numbered;
    private final @Nullable FieldPlan key;
    private final boolean byType;

    /**
     * @param positions where the layout's columns stand, by name
     * @throws IllegalArgumentException when the layout maps an unknown field or leaves out a required one
     */
    RowConverter(Class<T> type, RecordLayout layout, Dialect dialect, Map<String, Integer> positions) {
        this.maker = new RecordMaker<>(type);
        this.values = new @Nullable Object[type.getRecordComponents().length];
        this.numbered = type.getRecordComponents()[0].getName().equals("rowNumber");
        BookTable table = layout.table();
        FieldEdits edits = new FieldEdits(table);
        for (Field field : Fields.of(type).all()) {
            FieldMapping mapping = layout.mappings().get(field.name());
            if (mapping != null) {
                Class<?> component = type.getRecordComponents()[field.component()].getType();
                FieldPlan plan = new FieldPlan(field, mapping, positions, dialect, component, edits);
                plans.add(plan);
                planByField.put(field.name(), plan);
            } else if (field.required()) {
                throw new IllegalArgumentException("the layout does not map the required field " + field.name());
            }
        }
        this.key = planByField.get(table == BookTable.COVERAGE_SPAN ? "member_id" : "claim_id");
        this.byType = layout.amountSign() == AmountSign.BY_TYPE;
    }

    Converted<T> convert(RecordReader record) {
        return convert(record, false);
    }

    /** @param reversed whether the record is known to belong to a reversal, though it does not say so itself */
    Converted<T> convert(RecordReader record, boolean reversed) {
        List<Finding> faults = List.of();
        for (FieldPlan plan : plans) {
            Object value = plan.value(record);
            values[plan.field().component()] = value;
            if (value == FieldPlan.FAULT || (value == null && plan.field().required())) {
                faults = faults.isEmpty() ? new ArrayList<>() : faults;
                faults.add(plan.fault(record, maskedKey(record)));
            }
        }
        if (!faults.isEmpty()) {
            return new Converted<>(null, values, faults);
        }
        if (byType && (reversed || isReversal())) {
            cancelAmounts();
        }
        if (numbered) {
            values[0] = record.line();
        }
        return new Converted<>(maker.make(values), values, faults);
    }

    private boolean isReversal() {
        FieldPlan medical = planByField.get("adjustment_type");
        FieldPlan pharmacy = planByField.get("transaction_code");
        return (medical != null && "REVERSAL".equals(values[medical.field().component()]))
                || (pharmacy != null && "B2".equals(values[pharmacy.field().component()]));
    }

    private void cancelAmounts() {
        for (FieldPlan plan : plans) {
            int component = plan.field().component();
            if (plan.field().type() == Fields.Type.MONEY && values[component] instanceof Long cents) {
                values[component] = -Math.abs(cents);
            }
        }
    }

    /** The row's key, masked; none when the record has none. */
    @Nullable
    String maskedKey(RecordReader record) {
        String text = key == null ? "" : key.text(record).strip();
        return text.isEmpty() ? null : Masks.identifier(text);
    }

    /** The partner's name for a field; the field's own name when it is not mapped. */
    String columnOf(String field) {
        FieldPlan plan = planByField.get(field);
        return plan == null ? field : plan.columnName();
    }

    /** The form of a field's text; none when it is blank or not mapped. */
    @Nullable
    String formOf(String field, RecordReader record) {
        FieldPlan plan = planByField.get(field);
        String text = plan == null ? "" : plan.text(record).strip();
        return text.isEmpty() ? null : Masks.form(text);
    }

    /** The value of a field in the record converted last; null when the layout does not map it. */
    @Nullable
    Object lastValue(String field) {
        int component = component(field);
        return component < 0 ? null : values[component];
    }

    /** Position of a field in {@link Converted#values}; -1 when the layout does not map it. */
    int component(String field) {
        FieldPlan plan = planByField.get(field);
        return plan == null ? -1 : plan.field().component();
    }
}

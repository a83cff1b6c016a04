package counterpart.model;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.model.Fields.Field;
import counterpart.model.Fields.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldsTest {
    @Test
    void names_types_and_needs_follow_the_record() {
        Fields claim = Fields.of(BookTable.MEDICAL_CLAIM);

        assertThat(claim.find("paid")).contains(new Field("paid", Type.MONEY, true, 30, "paid_cents"));
        assertThat(claim.find("allowed").orElseThrow().required()).isFalse();
        assertThat(claim.find("from_date").orElseThrow().type()).isEqualTo(Type.DATE);
        assertThat(claim.find("claim_version").orElseThrow().type()).isEqualTo(Type.WHOLE_NUMBER);
        assertThat(claim.find("row_number")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(BookTable.class)
    void every_table_has_fields_of_known_types(BookTable table) {
        assertThat(Fields.of(table).all())
                .hasSize(table.rowType().getRecordComponents().length - 1)
                .anyMatch(Field::required);
    }
}

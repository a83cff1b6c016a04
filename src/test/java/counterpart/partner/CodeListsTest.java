package counterpart.partner;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.model.BookTable;
import counterpart.model.Fields;
import counterpart.model.FileHeader;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeListsTest {
    @Test
    void every_list_belongs_to_a_text_field_that_exists() {
        Set<String> texts = new HashSet<>();
        for (BookTable table : BookTable.values()) {
            collect(Fields.of(table), texts);
        }
        collect(Fields.of(FileHeader.class), texts);

        assertThat(texts).containsAll(CodeLists.all().keySet());
    }

    @Test
    void a_field_without_a_list_is_free() {
        assertThat(CodeLists.of("plan_code")).isEmpty();
        assertThat(CodeLists.of("gender")).contains(Set.of("M", "F", "U"));
    }

    private static void collect(Fields fields, Set<String> texts) {
        fields.all().stream()
                .filter(field -> field.type() == Fields.Type.TEXT)
                .map(Fields.Field::name)
                .forEach(texts::add);
    }
}

package counterpart.model;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a layout may fill, read once from a record's components: names in snake case ({@code memberId} is
 * {@code member_id}), money without its unit ({@code paidCents} is {@code paid}). Required are the components that
 * may not be null.
 */
public final class Fields {
    /** What a field's text is read as. */
    public enum Type {
        TEXT,
        DATE,
        MONEY,
        WHOLE_NUMBER,
        QUANTITY,
        YES_NO
    }

    /**
     * One field.
     *
     * @param component position of the record component that it fills, from 0
     * @param column name of the column in the books, for example {@code paid_cents}
     */
    public record Field(String name, Type type, boolean required, int component, String column) {}

    private static final String CENTS = "Cents";

    private final Map<String, Field> byName;

    private Fields(Map<String, Field> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    /** The fields of a record, but for {@code rowNumber}, which the reader supplies. */
    public static Fields of(Class<? extends Record> type) {
        Map<String, Field> fields = new LinkedHashMap<>();
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            if (!component.getName().equals("rowNumber")) {
                Field field = field(component, i);
                fields.put(field.name(), field);
            }
        }
        return new Fields(fields);
    }

    public static Fields of(BookTable table) {
        return of(table.rowType().asSubclass(Record.class));
    }

    public List<Field> all() {
        return new ArrayList<>(byName.values());
    }

    public Optional<Field> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** A component's name as SQL writes it. */
    public static String snakeCase(String camelCase) {
        StringBuilder snake = new StringBuilder();
        for (char c : camelCase.toCharArray()) {
            if (Character.isUpperCase(c)) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(c));
        }
        return snake.toString().toLowerCase(Locale.ROOT);
    }

    private static Field field(RecordComponent component, int position) {
        boolean required = !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        String column = snakeCase(component.getName());
        boolean money = component.getName().endsWith(CENTS);
        String name = money ? column.substring(0, column.length() - CENTS.length() - 1) : column;
        return new Field(name, money ? Type.MONEY : type(component.getType()), required, position, column);
    }

    private static Type type(Class<?> javaType) {
        if (javaType == String.class) {
            return Type.TEXT;
        }
        if (javaType == LocalDate.class) {
            return Type.DATE;
        }
        if (javaType == Integer.class || javaType == Long.class) {
            return Type.WHOLE_NUMBER;
        }
        if (javaType == Double.class) {
            return Type.QUANTITY;
        }
        if (javaType == Boolean.class) {
            return Type.YES_NO;
        }
        throw new IllegalArgumentException("no field type for " + javaType);
    }
}

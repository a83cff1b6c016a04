package counterpart.validate;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Calls the canonical constructor of a record with its components in an array. */
final class RecordMaker<T extends Record> {
    private final Class<T> type;
    private final MethodHandle constructor;

    RecordMaker(Class<T> type) {
        this.type = type;
        Class<?>[] components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            this.constructor = MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, components))
                    .asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("the record " + type + " has no public canonical constructor", impossible);
        }
    }

    T make(@Nullable Object[] components) {
        try {
            return type.cast((Object) constructor.invokeExact(components));
        } catch (RuntimeException | Error known) {
            throw known;
        } catch (Throwable unknown) {
            throw new IllegalStateException("the record " + type + " cannot be made", unknown);
        }
    }
}

package counterpart.validate;

import counterpart.partner.FileLayout;
import counterpart.partner.FileLayout.RecordLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells what is made of a row: by its type, and by what its columns hold. */
final class RowKinds {
    /** What becomes of a row. */
    enum Fate {
        /** Records are made of it. */
        MADE,
        /** It was agreed to say nothing for the books. */
        LEFT_OUT,
        /** No record is of its type. */
        OF_NO_TYPE,
        /** Its type is known, its columns hold what was not agreed. */
        OF_NO_KIND
    }

    private record LeftOut(@Nullable String type, RowConditions conditions) {
        boolean takes(String rowType, RecordReader record) {
            return (type == null || type.equals(rowType)) && conditions.tellKind(record);
        }
    }

    private final List<DetailKind<?>> kinds = new ArrayList<>();
    private final Map<String, List<DetailKind<?>>> byType = new TreeMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<DetailKind<?>> made = new ArrayList<>();
    private boolean conditional;

    RowKinds(FileLayout layout, BoundLayout bound, AgreedEdits agreed) {
        for (RecordLayout detail : layout.details()) {
            DetailKind<?> kind = DetailKind.of(detail, bound, agreed);
            conditional |= kinds.stream()
                    .anyMatch(other -> Objects.equals(other.layout().type(), detail.type()));
            kinds.add(kind);
            conditional |= !kind.conditions().areNone() || kind.repeated() != null;
        }
        for (RecordLayout record : layout.leftOut()) {
            leftOut.add(new LeftOut(record.type(), new RowConditions(record.selection(), bound.positions(record))));
            conditional = true;
        }
    }

    /** Whether rows are told by their type alone, and each makes one record. */
    boolean areSimple() {
        return !conditional;
    }

    /** The kinds of a type, in the layout's order. */
    List<DetailKind<?>> ofType(String type) {
        return byType.computeIfAbsent(known(type), this::find);
    }

    private List<DetailKind<?>> find(String type) {
        return kinds.stream()
                .filter(kind -> kind.layout().type() == null
                        || type.equals(kind.layout().type()))
                .toList();
    }

    /** Texts that are no type are one, so that what a damaged file holds is not remembered. */
    private String known(String type) {
        boolean isType =
                kinds.stream().anyMatch(kind -> type.equals(kind.layout().type()));
        return isType ? type : "";
    }

    /** Decides about a row; {@link #made} then names the kinds that are made of it. */
    Fate decide(String type, RecordReader record) {
        made.clear();
        List<DetailKind<?>> candidates = ofType(type);
        boolean shaped = candidates.isEmpty() || candidates.get(0).isOfAgreedWidth(record);
        if (shaped && !record.raw().isEmpty() && leftOut.stream().anyMatch(out -> out.takes(type, record))) {
            return Fate.LEFT_OUT;
        }
        if (candidates.isEmpty()) {
            return Fate.OF_NO_TYPE;
        }
        if (!shaped) {
            made.add(candidates.get(0));
            return Fate.MADE;
        }
        boolean told = false;
        for (DetailKind<?> kind : candidates) {
            if (kind.conditions().tellKind(record)) {
                told = true;
                if (kind.conditions().findContent(record)) {
                    made.add(kind);
                }
            }
        }
        return !made.isEmpty() ? Fate.MADE : told ? Fate.LEFT_OUT : Fate.OF_NO_KIND;
    }

    /** The kinds that are made of the row decided last. */
    List<DetailKind<?>> made() {
        return made;
    }

    /** The column that tells the kinds of a type apart, as far as one does. */
    String tellingColumn(String type) {
        return ofType(type).stream()
                .flatMap(kind -> kind.conditions().tellingColumns().stream())
                .findFirst()
                .orElse("");
    }
}

package counterpart.validate;

import counterpart.partner.FileLayout;
import counterpart.partner.FileLayout.RecordLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The texts by which other rows may refer to a rejected row: a rejected subscriber does not orphan his dependants, and a
 * rejected billing does not orphan its reversal (rulings of the field, 40). Any field may be the one, because a rejected
 * row may have lost its shape.
 */
public final class RejectedReferences {
    private final RecordReaders readers;
    private final FileLayout layout;

    public RejectedReferences(RecordReaders readers, FileLayout layout) {
        this.readers = readers;
        this.layout = layout;
    }

    /** All texts of a rejected row, whatever it refers to. */
    public Set<String> wordsOf(byte[] original) throws IOException {
        Set<String> texts = new LinkedHashSet<>();
        try (RecordReader reader = readers.open(new ByteArrayInputStream(original), layout.dialect())) {
            while (reader.next()) {
                for (int i = 0; i < reader.width(); i++) {
                    texts.add(reader.field(i).strip());
                }
            }
        }
        return texts;
    }

    /** The texts that a rejected row holds; none when it only refers to others itself, as a dependant's row does. */
    public Set<String> of(byte[] original) throws IOException {
        Set<String> texts = new LinkedHashSet<>();
        try (RecordReader reader = readers.open(new ByteArrayInputStream(original), layout.dialect())) {
            while (reader.next()) {
                boolean refersOnly = isDependant(reader);
                for (int i = 0; i < reader.width() && !refersOnly; i++) {
                    String text = reader.field(i).strip();
                    if (!text.isEmpty()) {
                        texts.add(text);
                    }
                }
            }
        }
        return texts;
    }

    /** Only where the row kept its shape: the agreed number of columns, and a relationship that is known. */
    private boolean isDependant(RecordReader reader) {
        for (RecordLayout detail : layout.details()) {
            var mapping = detail.mappings().get("relationship");
            if (mapping == null
                    || mapping.column() == null
                    || reader.width() != detail.columns().size()) {
                continue;
            }
            int position = detail.columns().indexOf(mapping.column());
            if (position >= 0) {
                String code = reader.field(position).strip();
                String own = mapping.codes().isEmpty() ? code : mapping.codes().getOrDefault(code, "SELF");
                return !own.equals("SELF");
            }
        }
        return false;
    }
}

package counterpart.validate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Counts different texts exactly, in the space of the texts themselves and eight bytes each. */
final class DistinctTexts {
    private static final int EMPTY = -1;

    private byte[] texts = new byte[1 << 12];
    private int used;
    private int[] slots = newSlots(1 << 8);
    private int count;

    void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > Short.MAX_VALUE) {
            throw new IllegalArgumentException("a key of more than 32,767 bytes");
        }
        int slot = find(bytes, 0, bytes.length, Arrays.hashCode(bytes));
        if (slots[slot] != EMPTY) {
            return;
        }
        slots[slot] = append(bytes);
        count++;
        if (count * 2 > slots.length) {
            grow();
        }
    }

    long count() {
        return count;
    }

    /** The slot that holds the text, or the empty one where it belongs. */
    private int find(byte[] from, int offset, int length, int hash) {
        int mask = slots.length - 1;
        int slot = (hash * 0x9E3779B9 >>> 7) & mask;
        while (slots[slot] != EMPTY && !holds(slots[slot], from, offset, length)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean holds(int at, byte[] from, int offset, int length) {
        int own = lengthAt(at);
        return own == length && Arrays.equals(texts, at + 2, at + 2 + own, from, offset, offset + length);
    }

    private int append(byte[] bytes) {
        int at = used;
        int needed = Math.addExact(used, bytes.length + 2);
        if (needed > texts.length) {
            texts = Arrays.copyOf(texts, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, texts.length * 2L)));
        }
        texts[at] = (byte) (bytes.length >>> 8);
        texts[at + 1] = (byte) bytes.length;
        System.arraycopy(bytes, 0, texts, at + 2, bytes.length);
        used = needed;
        return at;
    }

    private void grow() {
        slots = newSlots(slots.length * 2);
        for (int at = 0; at < used; at += lengthAt(at) + 2) {
            int length = lengthAt(at);
            int hash = 1;
            for (int i = at + 2; i < at + 2 + length; i++) {
                hash = 31 * hash + texts[i];
            }
            slots[find(texts, at + 2, length, hash)] = at;
        }
    }

    private int lengthAt(int at) {
        return (texts[at] & 0xFF) << 8 | texts[at + 1] & 0xFF;
    }

    private static int[] newSlots(int size) {
        int[] slots = new int[size];
        Arrays.fill(slots, EMPTY);
        return slots;
    }
}

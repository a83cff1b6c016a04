package counterpart.operate;

import java.util.ArrayList;
import java.util.List;

/** A program that asks for memory until there is none, and would go on if it were let. */
final class MemoryHog {
    private static final int MEBIBYTE = 1 << 20;

    private MemoryHog() {}

    public static void main(String[] arguments) {
        List<byte[]> held = new ArrayList<>();
        try {
            while (held.size() < Integer.MAX_VALUE) {
                held.add(new byte[MEBIBYTE]);
            }
        } catch (OutOfMemoryError e) {
            System.exit(0);
        }
    }
}

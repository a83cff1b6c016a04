package counterpart;

/** The program's entry. */
public final class Counterpart {
    private Counterpart() {}

    public static void main(String[] args) {
        System.exit(64);
    }
}

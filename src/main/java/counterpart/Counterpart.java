package counterpart;

public final class Counterpart {
    private Counterpart() {}

    public static void main(String[] a) {}
}

package counterpart.partner;

/** A secret in clear, in memory only. It never prints itself. */
public record Secret(String reveal) {
    public Secret {
        if (reveal.isEmpty()) {
            throw new IllegalArgumentException("a secret may not be empty");
        }
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}

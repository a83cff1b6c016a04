package counterpart.operate;

/** Who gives commands: the account of the operating system, which the audit names. */
final class Operator {
    private Operator() {}

    static String name() {
        return System.getProperty("user.name", "unknown");
    }
}

package counterpart.operate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Who gives commands, as the operating system knows it and not as a setting says. The person is who logged in: Linux keeps
 * that through {@code su} and {@code sudo}, and only a process with the right to control auditing can change it. Where no
 * login is known, as in a container or a timer, it is the account that the process belongs to.
 *
 * @param person who logged in
 * @param account the account whose rights the process has
 */
record Operator(String person, String account) {
    private static final Path PROCESS = Path.of("/proc/self");
    private static final String NOBODY_LOGGED_IN = "4294967295";

    /** Asks who gives the present command; tests put somebody else in. */
    @FunctionalInterface
    interface Source {
        Operator ask();
    }

    private static volatile Source source = Operator::ofThisProcess;

    static Operator present() {
        return source.ask();
    }

    /** As the audit writes it. */
    static String name() {
        return present().toString();
    }

    /** Makes another the operator, until this is called again with what it answered. */
    static Source playedBy(Source other) {
        Source before = source;
        source = other;
        return before;
    }

    static Operator ofThisProcess() {
        String account = owner();
        try {
            String login = Files.readString(PROCESS.resolve("loginuid")).strip();
            return of(login, Files.readAllLines(Path.of("/etc/passwd"), StandardCharsets.ISO_8859_1), account);
        } catch (IOException e) {
            return new Operator(account, account);
        }
    }

    /**
     * @param login number of the account that logged in, as the kernel keeps it
     * @param accounts lines of {@code /etc/passwd}; an account of a directory service goes by its number
     */
    static Operator of(String login, List<String> accounts, String account) {
        if (login.isEmpty() || login.equals(NOBODY_LOGGED_IN)) {
            return new Operator(account, account);
        }
        String person = accounts.stream()
                .map(line -> line.split(":", -1))
                .filter(line -> line.length > 2 && line[2].equals(login))
                .map(line -> line[0])
                .findFirst()
                .orElse("uid " + login);
        return new Operator(person, account);
    }

    /** The owner of this process; where there is no {@code /proc}, what Java was told. */
    private static String owner() {
        try {
            return Files.getOwner(PROCESS).getName();
        } catch (IOException | UnsupportedOperationException e) {
            return System.getProperty("user.name", "unknown");
        }
    }

    @Override
    public String toString() {
        return person.equals(account) ? person : person + " (as " + account + ")";
    }
}

package counterpart.partner;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mail server that takes e-mails from us and carries them on.
 *
 * @param user login name; with a password or not at all
 * @param authority certificate (PEM) that the server's must descend from; without it those that Java knows
 * @param from the address that mails come from
 * @param domains the only domains that a mail may go to, in lower case
 * @param timeout longest wait for connecting and for any one answer
 */
public record MailRelay(
        String host,
        int port,
        Protection protection,
        @Nullable String user,
        @Nullable Secret password,
        @Nullable Path authority,
        String from,
        Set<String> domains,
        Duration timeout) {
    /** How the connection is protected. */
    public enum Protection {
        /** Plain until STARTTLS, which the server must offer. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS,
        /** Not at all: for a relay on this machine. */
        NONE
    }

    public MailRelay {
        domains = Set.copyOf(domains);
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException("a login needs both a user and a password");
        }
        if (protection == Protection.NONE && !isThisMachine(host)) {
            throw new IllegalArgumentException("mail leaves this machine over TLS only");
        }
        if (domains.isEmpty()) {
            throw new IllegalArgumentException("a relay needs a domain that it may carry to");
        }
    }

    /** Whether a mail to this address may be given to the relay. */
    public boolean mayCarryTo(String address) {
        return domains.contains(domainOf(address));
    }

    /** What follows the at sign, in lower case. */
    public static String domainOf(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether a host's name can mean no other machine. */
    public static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.[0-9]{1,3}){3}");
    }
}

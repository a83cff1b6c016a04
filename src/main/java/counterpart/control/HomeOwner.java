package counterpart.control;

import java.time.Instant;

/** Who owns a home. */
public record HomeOwner(long pid, String host, String user, String command, Instant since) {
    @Override
    public String toString() {
        return "'" + command + "' (process " + pid + " of " + user + " on " + host + ", since " + since + ")";
    }
}

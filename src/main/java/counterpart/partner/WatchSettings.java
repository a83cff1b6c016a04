package counterpart.partner;

import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an installation is watched.
 *
 * @param nights days of the week on which a night is to be run
 * @param enoughDiskBytes room on the home's disk below which a person is told
 * @param runMayTake how long a run may take; a person is told before that is over
 * @param metricsFile where metrics are written; none for the home's own place
 * @param otlp where metrics are sent besides; none for nowhere
 * @param alerts to whom alerts go; none for nobody
 */
public record WatchSettings(
        Set<DayOfWeek> nights,
        long enoughDiskBytes,
        Duration runMayTake,
        @Nullable Path metricsFile,
        @Nullable Otlp otlp,
        @Nullable Alerts alerts) {
    /** Without a file of its own: every night, 5 GB, six hours, metrics in the home, alerts to nobody. */
    public static final WatchSettings DEFAULT =
            new WatchSettings(Set.of(DayOfWeek.values()), 5L << 30, Duration.ofHours(6), null, null, null);

    public WatchSettings {
        nights = Set.copyOf(nights);
    }

    /** A collector that takes metrics over HTTP in the OpenTelemetry form. */
    public record Otlp(URI url, Duration timeout) {}

    /**
     * To whom alerts go.
     *
     * @param only numbers of the kinds that are sent, for example {@code CP-A01}; none for all
     * @param emails addresses, each of which gets a mail
     * @param relay the mail server; with addresses only
     */
    public record Alerts(
            Set<String> only,
            List<String> emails,
            @Nullable MailRelay relay,
            @Nullable Webhook webhook) {
        public Alerts {
            only = Set.copyOf(only);
            emails = List.copyOf(emails);
            if (!emails.isEmpty() && relay == null) {
                throw new IllegalArgumentException("alerts by mail need a mail server");
            }
        }

        /** Whether alerts of this kind are sent. */
        public boolean sends(String kind) {
            return only.isEmpty() || only.contains(kind);
        }
    }

    /**
     * An address that takes alerts as JSON by POST.
     *
     * @param url secret, for it may hold a token
     */
    public record Webhook(Secret url, Duration timeout) {}
}

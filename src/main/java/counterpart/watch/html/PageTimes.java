package counterpart.watch.html;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as the page shows them: in the zone of this system, which is named once at its head. */
public final class PageTimes {
    private final ZoneId zone;
    private final DateTimeFormatter shown;

    PageTimes(ZoneId zone) {
        this.zone = zone;
        this.shown =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
    }

    public String zone() {
        return zone.getId().equals("Z") ? "UTC" : zone.getId();
    }

    /** For people; a dash for none. */
    public String at(@Nullable Instant instant) {
        return instant == null ? "–" : shown.format(instant);
    }

    /** A duration as seconds or minutes. */
    public String took(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 120
                ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0)
                : seconds / 60 + " min";
    }

    /** An outcome as words: DONE_WITH_REJECTS is "done with rejects". */
    public String words(String outcome) {
        return outcome.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

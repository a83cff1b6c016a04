package counterpart.receive;

import counterpart.model.FeedName;
import counterpart.model.PartnerId;
import counterpart.partner.Completeness;
import counterpart.partner.Configuration;
import counterpart.partner.Connection;
import counterpart.partner.DueTime;
import counterpart.partner.Feed;
import counterpart.partner.Guards;
import counterpart.partner.Partner;
import counterpart.partner.Secret;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Partners and feeds for tests; all defaults are valid. */
public final class Partners {
    public static final PartnerId LAKESHORE = new PartnerId("lakeshore");
    public static final DueTime MONDAYS_AT_SIX =
            new DueTime(Set.of(DayOfWeek.MONDAY), LocalTime.of(6, 0), Duration.ofMinutes(60));

    private Partners() {}

    public static Feed aFeed(String name, String pattern) {
        return aFeed(name, pattern, new Completeness.Marker(".done"), null);
    }

    public static Feed aFeed(String name, String pattern, Completeness completeness, @Nullable String processed) {
        return aFeed(Feed.Content.ELIG, name, pattern, completeness, processed);
    }

    /** A feed of something else than eligibility. */
    public static Feed aFeed(Feed.Content content, String name, String pattern) {
        return aFeed(content, name, pattern, new Completeness.Marker(".done"), null);
    }

    private static Feed aFeed(
            Feed.Content content, String name, String pattern, Completeness completeness, @Nullable String processed) {
        return new Feed(
                new FeedName(name),
                content,
                "/outbox",
                Pattern.compile(pattern),
                name,
                completeness,
                Feed.Slot.AS_OF,
                MONDAYS_AT_SIX,
                processed,
                Guards.DEFAULT);
    }

    /** A feed whose rows count in the books of another. */
    public static Feed aFeed(String name, String pattern, String countsAs) {
        Feed feed = aFeed(name, pattern);
        return new Feed(
                feed.name(),
                feed.content(),
                feed.directory(),
                feed.namePattern(),
                feed.layout(),
                feed.completeness(),
                feed.slot(),
                feed.due(),
                null,
                feed.guards(),
                feed.fullFileAbsence(),
                feed.edits(),
                new FeedName(countsAs),
                null);
    }

    public static Partner aPartner(Connection connection, Set<LocalDate> holidays, Feed... feeds) {
        Map<FeedName, Feed> byName = new LinkedHashMap<>();
        for (Feed feed : feeds) {
            byName.put(feed.name(), feed);
        }
        return new Partner(
                LAKESHORE,
                "Lakeshore Administrators",
                Partner.Role.TPA,
                ZoneId.of("America/Los_Angeles"),
                holidays,
                connection,
                "/acks",
                byName,
                Map.of());
    }

    public static Connection aConnection(int port, String... hostKeys) {
        return new Connection(
                "127.0.0.1",
                port,
                "counterpart",
                new Secret("right"),
                null,
                null,
                List.of(hostKeys),
                Duration.ofSeconds(5));
    }

    public static Configuration aConfiguration(Partner... partners) {
        Map<PartnerId, Partner> byId = new LinkedHashMap<>();
        for (Partner partner : partners) {
            byId.put(partner.id(), partner);
        }
        return new Configuration(byId, Map.of());
    }
}

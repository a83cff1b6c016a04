package counterpart.partner;

import counterpart.model.FeedName;
import counterpart.model.PartnerId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An organisation that exchanges files with us, as its one YAML file describes it.
 *
 * @param zone the zone in which its due times are stated
 * @param holidays days on which nothing is due
 * @param acknowledgmentDirectory where our acknowledgments go on the partner's server
 */
public record Partner(
        PartnerId id,
        String name,
        Role role,
        ZoneId zone,
        Set<LocalDate> holidays,
        Connection connection,
        String acknowledgmentDirectory,
        Map<FeedName, Feed> feeds,
        Map<String, FileLayout> layouts) {
    /** What the organisation is to the other side. */
    public enum Role {
        TPA,
        PAYER,
        PBM
    }

    public Partner {
        holidays = Set.copyOf(holidays);
        feeds = Map.copyOf(feeds);
        layouts = Map.copyOf(layouts);
    }

    public Optional<Feed> feed(FeedName name) {
        return Optional.ofNullable(feeds.get(name));
    }

    /** The layout of a feed; the configuration was checked, so it exists. */
    public FileLayout layoutOf(Feed feed) {
        FileLayout layout = layouts.get(feed.layout());
        if (layout == null) {
            throw new IllegalStateException("feed " + feed.name() + " names no known layout");
        }
        return layout;
    }

    /** The name's first word, or the whole name where the first word would not tell the two partners apart. */
    public String shortName(Partner other) {
        String first = firstWord(name);
        return first.length() < 3 || first.equalsIgnoreCase(firstWord(other.name())) ? name : first;
    }

    private static String firstWord(String name) {
        return name.strip().split("\\s+", 2)[0];
    }

    /** The feeds in the order of their names. */
    public List<Feed> feedsInOrder() {
        return feeds.values().stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }
}

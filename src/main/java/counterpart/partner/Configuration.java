package counterpart.partner;

import counterpart.model.FeedId;
import counterpart.model.PartnerId;
import counterpart.model.PartnershipId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All partners and partnerships, checked as a whole. */
public record Configuration(
        Map<PartnerId, Partner> partners, Map<PartnershipId, Partnership> partnerships, WatchSettings watch) {
    public Configuration {
        partners = Map.copyOf(partners);
        partnerships = Map.copyOf(partnerships);
    }

    /** With the usual ways of being watched. */
    public Configuration(Map<PartnerId, Partner> partners, Map<PartnershipId, Partnership> partnerships) {
        this(partners, partnerships, WatchSettings.DEFAULT);
    }

    /** @throws NotConfiguredException when there is no such partner */
    public Partner partner(PartnerId id) {
        Partner partner = partners.get(id);
        if (partner == null) {
            throw new NotConfiguredException("the partner " + id);
        }
        return partner;
    }

    /** @throws NotConfiguredException when there is no such feed */
    public Feed feed(FeedId id) {
        return find(id).orElseThrow(() -> new NotConfiguredException("the feed " + id));
    }

    /** Whether there is such a feed: files in custody may be of one that was renamed or taken out since. */
    public boolean has(FeedId id) {
        return find(id).isPresent();
    }

    private Optional<Feed> find(FeedId id) {
        return Optional.ofNullable(partners.get(id.partner())).flatMap(partner -> partner.feed(id.name()));
    }

    /** The feed in whose books the rows of a feed count: itself, unless it names another. */
    public FeedId booksOf(FeedId id) {
        return new FeedId(id.partner(), feed(id).booksOf());
    }

    /** The feeds whose files a partnership lives on: those that it names, and then those that count in their books. */
    public List<FeedId> feedsOf(Partnership partnership) {
        List<FeedId> named = partnership.feeds();
        Stream<FeedId> counting = partnersInOrder().stream()
                .flatMap(partner -> partner.feedsInOrder().stream().map(feed -> new FeedId(partner.id(), feed.name())))
                .filter(feed -> !named.contains(feed) && named.contains(booksOf(feed)));
        return Stream.concat(named.stream(), counting).toList();
    }

    /**
     * The eligibility feeds that the rows of a feed are held against: an eligibility feed against itself, a claims feed
     * against the coverage of each partnership whose books it fills. A ledger that only mirrors the other side's claims is
     * held against none; a feed of no partnership against its own partner's eligibility. A feed that counts in the books of
     * another is held against what that one is.
     */
    public Set<FeedId> coverageOf(FeedId id) {
        FeedId feed = booksOf(id);
        if (feed(feed).content() == Feed.Content.ELIG) {
            return Set.of(feed);
        }
        List<Partnership> theirs = partnerships.values().stream()
                .filter(partnership -> partnership.feeds().contains(feed))
                .toList();
        if (theirs.isEmpty()) {
            return partner(feed.partner()).feedsInOrder().stream()
                    .filter(other -> other.content() == Feed.Content.ELIG)
                    .map(other -> new FeedId(feed.partner(), other.name()))
                    .collect(Collectors.toSet());
        }
        return theirs.stream()
                .filter(partnership -> partnership.books().feeds().contains(feed))
                .map(partnership -> partnership.books().coverage())
                .collect(Collectors.toSet());
    }

    public List<Partner> partnersInOrder() {
        return partners.values().stream()
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
    }

    public List<Partnership> partnershipsInOrder() {
        return partnerships.values().stream()
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
    }
}

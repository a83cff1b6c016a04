package counterpart.partner;

import counterpart.model.FeedId;
import counterpart.model.PartnerId;
import counterpart.model.PartnershipId;
import java.util.List;
import java.util.Map;

/** All partners and partnerships, checked as a whole. */
public record Configuration(Map<PartnerId, Partner> partners, Map<PartnershipId, Partnership> partnerships) {
    public Configuration {
        partners = Map.copyOf(partners);
        partnerships = Map.copyOf(partnerships);
    }

    /** @throws IllegalArgumentException when there is no such partner */
    public Partner partner(PartnerId id) {
        Partner partner = partners.get(id);
        if (partner == null) {
            throw new IllegalArgumentException("no partner is called " + id);
        }
        return partner;
    }

    /** @throws IllegalArgumentException when there is no such feed */
    public Feed feed(FeedId id) {
        return partner(id.partner())
                .feed(id.name())
                .orElseThrow(() -> new IllegalArgumentException("no feed is called " + id));
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

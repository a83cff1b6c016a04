package counterpart.validate;

import counterpart.model.FeedName;
import counterpart.model.PartnerId;
import counterpart.partner.Completeness;
import counterpart.partner.Configuration;
import counterpart.partner.Connection;
import counterpart.partner.EditTerms;
import counterpart.partner.Feed;
import counterpart.partner.FileLayout;
import counterpart.partner.Guards;
import counterpart.partner.Partner;
import counterpart.partner.Secret;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Two partners with the feeds of {@link TestLayouts}. */
public final class TestPartners {
    public static final PartnerId LAKESHORE = new PartnerId("lakeshore");
    public static final PartnerId CASCADIA = new PartnerId("cascadia");

    private TestPartners() {}

    /** @param guards those of every feed */
    public static Configuration configuration(Guards guards) {
        return configuration(guards, Feed.Absence.TERMINATE, EditTerms.NONE);
    }

    /** The same with what was agreed about edits and about absence. */
    public static Configuration configuration(Guards guards, Feed.Absence absence, EditTerms terms) {
        Partner lakeshore = partner(
                LAKESHORE,
                Partner.Role.TPA,
                Map.of(
                        new FeedName("eligibility"),
                                feed(
                                        "eligibility",
                                        Feed.Content.ELIG,
                                        Feed.Slot.AS_OF,
                                        "ELIG_.*",
                                        guards,
                                        absence,
                                        terms),
                        new FeedName("medical"),
                                feed("medical", Feed.Content.MCLM, Feed.Slot.PERIOD, "MCLM_.*", guards, absence, terms),
                        new FeedName("pharmacy"),
                                feed(
                                        "pharmacy",
                                        Feed.Content.RXCLM,
                                        Feed.Slot.PERIOD,
                                        "RXCLM_.*",
                                        guards,
                                        absence,
                                        terms)),
                Map.of(
                        "eligibility", TestLayouts.eligibility(),
                        "medical", TestLayouts.medical(),
                        "pharmacy", TestLayouts.pharmacy()));
        String ledgerName = "Ledger (?<from>[0-9]{8})-(?<to>[0-9]{8}) (?<mode>FULL|HIST) (?<seq>[0-9]+)[.]csv";
        Partner cascadia = partner(
                CASCADIA,
                Partner.Role.PAYER,
                Map.of(
                        new FeedName("ledger"),
                        feed("ledger", Feed.Content.MCLM, Feed.Slot.PERIOD, ledgerName, guards, absence, terms)),
                Map.of("ledger", TestLayouts.ledger()));
        return new Configuration(Map.of(LAKESHORE, lakeshore, CASCADIA, cascadia), Map.of());
    }

    private static Feed feed(
            String name,
            Feed.Content content,
            Feed.Slot slot,
            String pattern,
            Guards guards,
            Feed.Absence absence,
            EditTerms terms) {
        return new Feed(
                new FeedName(name),
                content,
                "/outbox",
                Pattern.compile(pattern),
                name,
                new Completeness.Marker(".done"),
                slot,
                null,
                null,
                guards,
                absence,
                terms,
                null,
                null);
    }

    private static Partner partner(
            PartnerId id, Partner.Role role, Map<FeedName, Feed> feeds, Map<String, FileLayout> layouts) {
        Connection connection = new Connection(
                "localhost", 22, "user", new Secret("x"), null, null, List.of("SHA256:x"), Duration.ofSeconds(20));
        return new Partner(
                id, id.value(), role, ZoneId.of("America/Los_Angeles"), Set.of(), connection, "/acks", feeds, layouts);
    }
}

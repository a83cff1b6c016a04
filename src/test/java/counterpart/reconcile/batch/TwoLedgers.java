package counterpart.reconcile.batch;

import counterpart.model.FeedId;
import counterpart.model.FeedName;
import counterpart.model.Money;
import counterpart.model.PartnerId;
import counterpart.model.PartnershipId;
import counterpart.partner.Completeness;
import counterpart.partner.Configuration;
import counterpart.partner.Connection;
import counterpart.partner.EditTerms;
import counterpart.partner.Feed;
import counterpart.partner.Guards;
import counterpart.partner.Partner;
import counterpart.partner.Partnership;
import counterpart.partner.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The configuration of a small partnership with two claims ledgers and two rosters. */
final class TwoLedgers {
    static final PartnershipId PAIR = new PartnershipId("cascadia-lakeshore");
    static final PartnerId LAKESHORE = new PartnerId("lakeshore");
    static final PartnerId CASCADIA = new PartnerId("cascadia");
    static final String LEFT = "lakeshore/medical";
    static final String RIGHT = "cascadia/ledger";

    private TwoLedgers() {}

    static Configuration configuration() {
        Partnership partnership = new Partnership(
                PAIR,
                "Cascadia and Lakeshore",
                LAKESHORE,
                CASCADIA,
                new Partnership.Books(
                        FeedId.of("lakeshore/eligibility"), FeedId.of(LEFT), FeedId.of("lakeshore/pharmacy")),
                new Secret("break key"),
                new Partnership.ClaimsLedger(FeedId.of(LEFT), FeedId.of(RIGHT), new Money(1), 45),
                Partnership.MemberMonthRule.ANY_DAY,
                3,
                List.of(),
                new Partnership.Committee("Committee", List.of()),
                new Partnership.BreakFile("/from-counterpart", "/breaks"),
                Path.of("registers"),
                null,
                new Partnership.Roster(
                        FeedId.of("lakeshore/eligibility"),
                        FeedId.of("cascadia/roster"),
                        LAKESHORE,
                        List.of(Partnership.Rung.MEMBER_ID),
                        List.of(Partnership.Compared.values())));
        return new Configuration(
                Map.of(
                        LAKESHORE,
                        partner(
                                LAKESHORE,
                                feed("medical", Feed.Content.MCLM, Feed.Slot.PERIOD, null),
                                feed("eligibility", Feed.Content.ELIG, Feed.Slot.AS_OF, null),
                                feed("changes", Feed.Content.ELIG, Feed.Slot.AS_OF, "eligibility")),
                        CASCADIA,
                        partner(CASCADIA, feed("ledger", Feed.Content.MCLM, Feed.Slot.PERIOD, null))),
                Map.of(PAIR, partnership));
    }

    private static Partner partner(PartnerId id, Feed... feeds) {
        return new Partner(
                id,
                id.value(),
                Partner.Role.TPA,
                ZoneOffset.UTC,
                Set.of(),
                new Connection(
                        "localhost", 22, "u", new Secret("p"), null, null, List.of("SHA256:x"), Duration.ofSeconds(1)),
                "/acks",
                Arrays.stream(feeds).collect(Collectors.toMap(Feed::name, Function.identity())),
                Map.of());
    }

    private static Feed feed(String name, Feed.Content content, Feed.Slot slot, @Nullable String countsAs) {
        return new Feed(
                new FeedName(name),
                content,
                "/outbox",
                Pattern.compile(".*"),
                "layout",
                new Completeness.Marker(".done"),
                slot,
                null,
                null,
                Guards.DEFAULT,
                Feed.Absence.TERMINATE,
                EditTerms.NONE,
                countsAs == null ? null : new FeedName(countsAs),
                null);
    }
}

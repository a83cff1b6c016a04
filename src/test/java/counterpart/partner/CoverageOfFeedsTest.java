package counterpart.partner;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.model.FeedId;
import counterpart.model.FeedName;
import counterpart.model.Money;
import counterpart.model.PartnerId;
import counterpart.model.PartnershipId;
import counterpart.partner.Feed.Content;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Against whose eligibility a feed's rows are held, when one payer has two partnerships. */
class CoverageOfFeedsTest {
    private static final PartnerId PAYER = new PartnerId("payer");

    private final Configuration configuration = new Configuration(
            Map.of(
                    PAYER,
                    partner(PAYER, Map.of("roster", Content.ELIG, "claims", Content.MCLM, "scripts", Content.RXCLM)),
                    new PartnerId("tpa"),
                    partner(
                            new PartnerId("tpa"),
                            Map.of("roster", Content.ELIG, "changes", Content.ELIG, "claims", Content.MCLM)),
                    new PartnerId("pbm"),
                    partner(new PartnerId("pbm"), Map.of("scripts", Content.RXCLM)),
                    new PartnerId("lone"),
                    partner(new PartnerId("lone"), Map.of("roster", Content.ELIG, "claims", Content.MCLM))),
            Map.of(
                    new PartnershipId("payer-tpa"),
                    partnership(
                            "payer-tpa", "tpa", new Partnership.Books(feed("tpa/roster"), feed("tpa/claims"), null)),
                    new PartnershipId("payer-pbm"),
                    partnership(
                            "payer-pbm",
                            "pbm",
                            new Partnership.Books(feed("payer/roster"), null, feed("pbm/scripts")))));

    @Test
    void claims_are_held_against_the_coverage_of_their_partnership_whoever_sends_it() {
        assertThat(configuration.coverageOf(feed("tpa/claims"))).containsExactly(feed("tpa/roster"));
        assertThat(configuration.coverageOf(feed("pbm/scripts"))).containsExactly(feed("payer/roster"));
    }

    @Test
    void a_ledger_that_mirrors_the_other_sides_claims_is_not_held_against_the_roster_of_another_partnership() {
        assertThat(configuration.coverageOf(feed("payer/claims"))).isEmpty();
        assertThat(configuration.coverageOf(feed("payer/scripts"))).isEmpty();
    }

    @Test
    void eligibility_is_held_against_itself_and_a_lone_partners_claims_against_its_own() {
        assertThat(configuration.coverageOf(feed("payer/roster"))).containsExactly(feed("payer/roster"));
        assertThat(configuration.coverageOf(feed("lone/claims"))).containsExactly(feed("lone/roster"));
    }

    @Test
    void changes_that_count_in_the_books_of_a_full_feed_are_held_against_those_books() {
        assertThat(configuration.coverageOf(feed("tpa/changes"))).containsExactly(feed("tpa/roster"));
    }

    @Test
    void a_partnership_lives_on_the_feeds_it_names_and_on_those_that_count_in_their_books() {
        assertThat(feedsOf("payer-tpa")).containsExactly("tpa/roster", "tpa/claims", "payer/claims", "tpa/changes");
        assertThat(feedsOf("payer-pbm")).containsExactly("payer/roster", "pbm/scripts", "payer/scripts");
    }

    private List<String> feedsOf(String partnership) {
        return configuration
                .feedsOf(Objects.requireNonNull(configuration.partnerships().get(new PartnershipId(partnership))))
                .stream()
                .map(FeedId::toString)
                .toList();
    }

    private static Partnership partnership(String id, String left, Partnership.Books books) {
        boolean medical = books.medical() != null;
        return new Partnership(
                new PartnershipId(id),
                id,
                new PartnerId(left),
                PAYER,
                books,
                new Secret("key"),
                medical
                        ? new Partnership.ClaimsLedger(feed("tpa/claims"), feed("payer/claims"), new Money(1), 45)
                        : null,
                Partnership.MemberMonthRule.ANY_DAY,
                3,
                List.of(),
                new Partnership.Committee("Committee", List.of()),
                new Partnership.BreakFile("/breaks", "/breaks"),
                Path.of("registers"),
                medical
                        ? null
                        : new Partnership.PharmacyLedger(
                                feed("pbm/scripts"), feed("payer/scripts"), new Money(1), 45, 90),
                null);
    }

    private static Partner partner(PartnerId id, Map<String, Content> contents) {
        Map<FeedName, Feed> feeds = new LinkedHashMap<>();
        contents.forEach((name, content) -> feeds.put(
                new FeedName(name),
                new Feed(
                        new FeedName(name),
                        content,
                        "/outbox",
                        Pattern.compile(".*"),
                        name,
                        new Completeness.Marker(".done"),
                        Feed.Slot.FILE,
                        null,
                        null,
                        Guards.DEFAULT,
                        Feed.Absence.TERMINATE,
                        EditTerms.NONE,
                        name.equals("changes") ? new FeedName("roster") : null,
                        null)));
        return new Partner(
                id,
                id.value(),
                Partner.Role.PAYER,
                ZoneId.of("UTC"),
                Set.of(),
                new Connection(
                        "sftp.example.net",
                        22,
                        "counterpart",
                        new Secret("password"),
                        null,
                        null,
                        List.of("SHA256:x"),
                        Duration.ofSeconds(20)),
                "/acks",
                feeds,
                Map.of());
    }

    private static FeedId feed(String id) {
        return FeedId.of(id);
    }
}

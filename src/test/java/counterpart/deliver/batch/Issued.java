package counterpart.deliver.batch;

import counterpart.model.FeedId;
import counterpart.model.FeedName;
import counterpart.model.Money;
import counterpart.model.PartnerId;
import counterpart.model.PartnershipId;
import counterpart.model.Sha256;
import counterpart.partner.Partnership;
import counterpart.partner.Partnership.Recipient;
import counterpart.partner.Secret;
import counterpart.report.Edition;
import counterpart.report.Editions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Editions that were issued, and the partnership of their committee. */
final class Issued implements Editions {
    static final PartnershipId PARTNERSHIP = new PartnershipId("cascadia-lakeshore");
    static final PartnerId CASCADIA = new PartnerId("cascadia");
    static final PartnerId LAKESHORE = new PartnerId("lakeshore");
    static final Recipient SECRETARY = new Recipient("Cascadia secretary", CASCADIA, "/committee");
    static final Recipient MANAGER = new Recipient("Lakeshore account manager", LAKESHORE, "/committee");
    static final YearMonth MONTH = YearMonth.of(2026, 10);
    static final String PDF = "cascadia-lakeshore-2026-10-r1.pdf";
    static final String FACTS = "cascadia-lakeshore-2026-10-r1-facts.json";

    private final Map<String, Edition> editions = new HashMap<>();

    @Override
    public void register(Edition edition) {
        editions.put(key(edition.partnership(), edition.month(), edition.revision()), edition);
    }

    @Override
    public Optional<Edition> find(PartnershipId partnership, YearMonth month, int revision) {
        return Optional.ofNullable(editions.get(key(partnership, month, revision)));
    }

    @Override
    public Optional<Edition> latest(PartnershipId partnership, YearMonth month) {
        return find(partnership, month, 1);
    }

    private static String key(PartnershipId partnership, YearMonth month, int revision) {
        return partnership + "/" + month + "/" + revision;
    }

    /** An edition whose files lie in the folder; the facts name the digest of the pages, as the report writes them. */
    static Edition anEdition(Path folder) throws IOException {
        return anEdition(folder, PARTNERSHIP, "pages");
    }

    static Edition anEdition(Path folder, PartnershipId partnership, String pages) throws IOException {
        Files.createDirectories(folder);
        Path pdf = Files.writeString(folder.resolve("edition.pdf"), pages);
        Sha256 sha = sha(pdf);
        Path facts = Files.writeString(
                folder.resolve("facts.json"),
                "{\"partnership\" : \"" + partnership + "\", \"month\" : \"" + MONTH + "\", \"pdf\" : \"" + sha
                        + "\"}");
        return new Edition(partnership, MONTH, 1, pdf, facts, sha, 2);
    }

    static Sha256 sha(Path file) throws IOException {
        try {
            return new Sha256(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Partnership aPartnershipFor(Recipient... recipients) {
        return aPartnershipFor(new Partnership.Committee("Joint steering committee", List.of(recipients)));
    }

    static Partnership aPartnershipFor(Partnership.Committee committee) {
        FeedId feed = new FeedId(LAKESHORE, new FeedName("medical"));
        return new Partnership(
                PARTNERSHIP,
                "Cascadia Health Plan and Lakeshore Administrators",
                LAKESHORE,
                CASCADIA,
                new Partnership.Books(feed, feed, feed),
                new Secret("break-key"),
                new Partnership.ClaimsLedger(feed, feed, Money.ZERO, 45),
                Partnership.MemberMonthRule.ANY_DAY,
                3,
                List.of(),
                committee,
                new Partnership.BreakFile("/breaks", "/breaks"),
                Path.of("registers"));
    }
}

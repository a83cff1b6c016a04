package counterpart.partner.yaml;

import counterpart.model.FeedId;
import counterpart.model.Money;
import counterpart.model.PartnerId;
import counterpart.model.PartnershipId;
import counterpart.partner.MailRelay;
import counterpart.partner.Partnership;
import counterpart.partner.Partnership.BreakFile;
import counterpart.partner.Partnership.ClaimsLedger;
import counterpart.partner.Partnership.Committee;
import counterpart.partner.Partnership.Compared;
import counterpart.partner.Partnership.MemberMonthRule;
import counterpart.partner.Partnership.Page;
import counterpart.partner.Partnership.PharmacyLedger;
import counterpart.partner.Partnership.Recipient;
import counterpart.partner.Partnership.Roster;
import counterpart.partner.Partnership.Rung;
import counterpart.partner.Partnership.Way;
import counterpart.partner.Target;
import counterpart.partner.Target.Perspective;
import counterpart.partner.Target.Priority;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a {@link Partnership} of a file that has passed every check. */
final class PartnershipBinder {
    private static final String DEFAULT_TOLERANCE_DOLLARS = "0.01";
    private static final int DEFAULT_TIMING_DAYS = 45;
    private static final int DEFAULT_CARRY_DAYS = 90;

    private static final int DEFAULT_MAIL_PORT = 587;
    private static final int DEFAULT_MAIL_TIMEOUT_SECONDS = 60;

    private final Secrets secrets;
    private final Optional<Block> installationMail;

    /** @param installationMail the block {@code mail} of the installation's {@code mail.yaml} */
    PartnershipBinder(Secrets secrets, Optional<Block> installationMail) {
        this.secrets = secrets;
        this.installationMail = installationMail;
    }

    Partnership partnership(Block root) {
        String left = root.need("left");
        return new Partnership(
                new PartnershipId(root.need("partnership")),
                root.need("name"),
                new PartnerId(left),
                new PartnerId(root.need("right")),
                books(root.needBlock("books")),
                secrets.secret(root, "breakKey").orElseThrow(),
                root.needBlock("reconcile")
                        .block("claimsLedger")
                        .map(PartnershipBinder::ledger)
                        .orElse(null),
                MemberMonthRule.valueOf(root.need("memberMonths")),
                Integer.parseInt(root.need("runOutMonths")),
                root.blocks("measures").stream()
                        .map(measure -> target(measure, left))
                        .toList(),
                committee(root.needBlock("committee")),
                breakFile(root.needBlock("breakFile")),
                root.file().resolveSibling(root.need("registers")).normalize(),
                root.needBlock("reconcile")
                        .block("pharmacyLedger")
                        .map(PartnershipBinder::pharmacyLedger)
                        .orElse(null),
                root.needBlock("reconcile")
                        .block("roster")
                        .map(PartnershipBinder::roster)
                        .orElse(null),
                pages(root));
    }

    /** All pages where the key is left out. */
    private static List<Page> pages(Block root) {
        return root.has("pages")
                ? root.texts("pages").stream().map(Page::valueOf).toList()
                : List.of(Page.values());
    }

    private static Partnership.Books books(Block block) {
        return new Partnership.Books(
                FeedId.of(block.need("coverage")),
                block.text("medical").map(FeedId::of).orElse(null),
                block.text("pharmacy").map(FeedId::of).orElse(null));
    }

    private static ClaimsLedger ledger(Block block) {
        String tolerance = block.text("toleranceDollars").orElse(DEFAULT_TOLERANCE_DOLLARS);
        return new ClaimsLedger(
                FeedId.of(block.need("left")),
                FeedId.of(block.need("right")),
                Money.ofDollars(new BigDecimal(tolerance)),
                block.number("timingDays", DEFAULT_TIMING_DAYS));
    }

    private static PharmacyLedger pharmacyLedger(Block block) {
        ClaimsLedger sides = ledger(block);
        return new PharmacyLedger(
                sides.left(),
                sides.right(),
                sides.tolerance(),
                sides.timingDays(),
                block.number("carryDays", DEFAULT_CARRY_DAYS));
    }

    private static Roster roster(Block block) {
        List<String> rungs = block.texts("rungs");
        List<String> compared = block.texts("compare");
        return new Roster(
                FeedId.of(block.need("left")),
                FeedId.of(block.need("right")),
                new PartnerId(block.need("sourceOfTruth")),
                rungs.isEmpty()
                        ? List.of(Rung.values())
                        : rungs.stream().map(Rung::valueOf).toList(),
                compared.isEmpty()
                        ? List.of(Compared.values())
                        : compared.stream().map(Compared::valueOf).toList());
    }

    private static Target target(Block block, String left) {
        return new Target(
                block.need("measure"),
                Perspective.valueOf(block.need("perspective")),
                new BigDecimal(block.need("baseline")),
                new BigDecimal(block.need("target")),
                new BigDecimal(block.need("tolerance")),
                priority(block.text("priority").orElse("both"), left),
                block.text("owner").orElse(null),
                block.isTrue("headline"),
                block.block("rebase").map(PartnershipBinder::rebase).orElse(null));
    }

    private static Target.Rebase rebase(Block block) {
        return new Target.Rebase(YearMonth.parse(block.need("from")), block.need("decision"), block.need("reason"));
    }

    private static Priority priority(String side, String left) {
        if (side.equals("both")) {
            return Priority.BOTH;
        }
        return side.equals(left) ? Priority.LEFT : Priority.RIGHT;
    }

    private Committee committee(Block block) {
        return new Committee(
                block.need("name"),
                block.blocks("recipients").stream()
                        .map(PartnershipBinder::recipient)
                        .toList(),
                block.block("mail").or(() -> installationMail).map(this::relay).orElse(null));
    }

    private static Recipient recipient(Block block) {
        String name = block.need("name");
        PartnerId partner = new PartnerId(block.need("partner"));
        if (block.has("directory")) {
            return new Recipient(name, partner, Way.SFTP, block.need("directory"));
        }
        boolean attach = block.text("attach").map("true"::equals).orElse(true);
        return new Recipient(name, partner, attach ? Way.MAIL : Way.NOTICE, block.need("email"));
    }

    /** Makes a mail server of a block {@code mail}. */
    MailRelay relay(Block block) {
        return new MailRelay(
                block.need("host"),
                block.number("port", DEFAULT_MAIL_PORT),
                MailRelay.Protection.valueOf(block.text("protection").orElse("STARTTLS")),
                block.text("user").orElse(null),
                secrets.secret(block, "password").orElse(null),
                block.text("authority")
                        .map(file -> block.file().resolveSibling(file).normalize())
                        .orElse(null),
                block.need("from"),
                Set.copyOf(block.texts("domains")),
                Duration.ofSeconds(block.number("timeoutSeconds", DEFAULT_MAIL_TIMEOUT_SECONDS)));
    }

    private static BreakFile breakFile(Block block) {
        return new BreakFile(block.need("left"), block.need("right"));
    }
}

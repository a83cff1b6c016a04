package counterpart.partner.yaml;

import counterpart.model.FeedId;
import counterpart.model.Money;
import counterpart.model.PartnerId;
import counterpart.model.PartnershipId;
import counterpart.partner.Partnership;
import counterpart.partner.Partnership.BreakFile;
import counterpart.partner.Partnership.ClaimsLedger;
import counterpart.partner.Partnership.Committee;
import counterpart.partner.Partnership.MemberMonthRule;
import counterpart.partner.Partnership.PharmacyLedger;
import counterpart.partner.Partnership.Recipient;
import counterpart.partner.Target;
import counterpart.partner.Target.Perspective;
import counterpart.partner.Target.Priority;
import java.math.BigDecimal;

/** Makes a {@link Partnership} of a file that has passed every check. */
final class PartnershipBinder {
    private static final String DEFAULT_TOLERANCE_DOLLARS = "0.01";
    private static final int DEFAULT_TIMING_DAYS = 45;
    private static final int DEFAULT_CARRY_DAYS = 90;

    private final Secrets secrets;

    PartnershipBinder(Secrets secrets) {
        this.secrets = secrets;
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
                        .orElse(null));
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

    private static Target target(Block block, String left) {
        return new Target(
                block.need("measure"),
                Perspective.valueOf(block.need("perspective")),
                new BigDecimal(block.need("baseline")),
                new BigDecimal(block.need("target")),
                new BigDecimal(block.need("tolerance")),
                priority(block.text("priority").orElse("both"), left),
                block.text("owner").orElse(null),
                block.isTrue("headline"));
    }

    private static Priority priority(String side, String left) {
        if (side.equals("both")) {
            return Priority.BOTH;
        }
        return side.equals(left) ? Priority.LEFT : Priority.RIGHT;
    }

    private static Committee committee(Block block) {
        return new Committee(
                block.need("name"),
                block.blocks("recipients").stream()
                        .map(recipient -> new Recipient(
                                recipient.need("name"),
                                new PartnerId(recipient.need("partner")),
                                recipient.need("directory")))
                        .toList());
    }

    private static BreakFile breakFile(Block block) {
        return new BreakFile(block.need("left"), block.need("right"));
    }
}

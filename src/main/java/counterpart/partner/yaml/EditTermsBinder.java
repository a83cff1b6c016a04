package counterpart.partner.yaml;

import counterpart.finding.RuleCode;
import counterpart.finding.Severity;
import counterpart.partner.EditTerms;
import counterpart.partner.Waiver;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the {@link EditTerms} of a feed: the partner's, and over them the feed's own. */
final class EditTermsBinder {
    private EditTermsBinder() {}

    static EditTerms terms(String feedName, Block feed, Block partner) {
        Map<RuleCode, Severity> severities = new HashMap<>();
        for (Block block : List.of(partner, feed)) {
            block.textsByKey("severities")
                    .forEach((edit, severity) -> severities.put(new RuleCode(edit), Severity.valueOf(severity)));
        }
        List<Waiver> waivers = partner.blocks("waivers").stream()
                .filter(block -> block.text("feed").map(feedName::equals).orElse(true))
                .map(EditTermsBinder::waiver)
                .toList();
        return new EditTerms(severities, waivers);
    }

    private static Waiver waiver(Block block) {
        return new Waiver(
                new RuleCode(block.need("edit")),
                LocalDate.parse(block.need("until")),
                block.need("approvedBy"),
                block.need("reason"));
    }
}

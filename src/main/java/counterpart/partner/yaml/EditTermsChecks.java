package counterpart.partner.yaml;

import counterpart.finding.Nearest;
import counterpart.partner.EditCatalogue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;

/** What severities and waivers must fulfil beyond the schema. */
final class EditTermsChecks {
    private static final String FIXED =
            " may be neither changed nor waived: without it a row or file would have no key, no"
                    + " date or no whole structure, or the partner has another setting for it.";
    private static final String MONEY = " Adjudicated money is warned of, never rejected.";
    private static final String SEE_RULES = "docs/rules.md lists the edits.";

    private final EditCatalogue catalogue;

    EditTermsChecks(EditCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param block a partner or a feed */
    void checkSeverities(Block block) {
        block.block("severities")
                .ifPresent(severities -> severities.keys().forEach(edit -> {
                    if (isChangeable(severities, edit, edit)) {
                        severities
                                .text(edit)
                                .filter(severity -> !catalogue.allows(edit, severity))
                                .ifPresent(severity -> severities.fault(
                                        edit,
                                        edit + " cannot be " + severity + ".",
                                        "Write one of " + Nearest.sorted(allowed(edit)) + "."
                                                + (edit.matches("[MP].*") ? MONEY : "")));
                    }
                }));
    }

    void checkWaivers(Block partner, Set<String> feeds) {
        for (Block waiver : partner.blocks("waivers")) {
            waiver.text("edit").ifPresent(edit -> isChangeable(waiver, "edit", edit));
            waiver.text("until").ifPresent(until -> checkDay(waiver, until));
            waiver.text("feed")
                    .filter(feed -> !feeds.contains(feed))
                    .ifPresent(feed -> waiver.fault(
                            "feed", "No feed of this file is called '" + feed + "'.", Nearest.remedy(feed, feeds)));
        }
    }

    private boolean isChangeable(Block block, String key, String edit) {
        if (!catalogue.edits().contains(edit)) {
            String remedy = Nearest.to(edit, catalogue.edits())
                    .map(near -> "Did you mean " + near + "? ")
                    .orElse("");
            block.fault(key, "There is no edit '" + edit + "'.", remedy + SEE_RULES);
            return false;
        }
        if (catalogue.isFixed(edit)) {
            block.fault(key, edit + FIXED, "Remove it.");
            return false;
        }
        return true;
    }

    private static void checkDay(Block waiver, String until) {
        try {
            LocalDate.parse(until);
        } catch (DateTimeException e) {
            waiver.fault("until", "'" + until + "' is no date.", "Write year-month-day, for example 2026-12-31.");
        }
    }

    private Set<String> allowed(String edit) {
        return catalogue.severities().getOrDefault(edit, Set.of());
    }
}

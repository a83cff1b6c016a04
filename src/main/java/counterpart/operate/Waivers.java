package counterpart.operate;

import counterpart.partner.Configuration;
import counterpart.partner.Partner;
import counterpart.partner.Waiver;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What an operator should know about the waivers of a configuration. */
final class Waivers {
    private Waivers() {}

    /** One line a waiver, those that ended first; a waiver ends in its partner's zone. */
    static List<String> lines(Configuration configuration, Clock clock) {
        List<String> ended = new ArrayList<>();
        List<String> standing = new ArrayList<>();
        for (Partner partner : configuration.partnersInOrder()) {
            LocalDate today = LocalDate.now(clock.withZone(partner.zone()));
            partner.feedsInOrder().stream()
                    .flatMap(feed -> feed.edits().waivers().stream())
                    .distinct()
                    .forEach(waiver -> (waiver.isOverOn(today) ? ended : standing).add(line(partner, waiver, today)));
        }
        ended.addAll(standing);
        return ended;
    }

    private static String line(Partner partner, Waiver waiver, LocalDate today) {
        String what = partner.id() + ": the waiver of " + waiver.edit();
        String who = " (" + waiver.approvedBy() + ": " + waiver.reason() + ")";
        return waiver.isOverOn(today)
                ? what + " ended on " + waiver.until() + " and applies no more" + who
                        + ". Remove it, or agree a new end."
                : what + " holds until " + waiver.until() + who + ".";
    }
}

package counterpart.operate;

import counterpart.deliver.mail.RelayTrial;
import counterpart.partner.Configuration;
import counterpart.partner.MailRelay;
import counterpart.partner.Partner;
import counterpart.partner.Partnership;
import counterpart.partner.Waiver;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/** What doctor looks at because the configuration names it: keys of servers, the mail relay, waivers. */
final class ConfiguredChecks {
    private static final int DAYS_BEFORE_AN_END = 30;

    private final Checklist list;
    private final Configuration configuration;

    ConfiguredChecks(Checklist list, Configuration configuration) {
        this.list = list;
        this.configuration = configuration;
    }

    /** A server that changes its key is refused, so whoever pins one key only must act on that day. */
    void hostKeys() {
        for (Partner partner : configuration.partnersInOrder()) {
            int pinned = partner.connection().hostKeys().size();
            list.well(
                    "host keys of " + partner.id(),
                    (pinned == 1
                                    ? "1 is pinned; when they announce another, add it beside this one before they change"
                                    : pinned + " are pinned; remove the one that is no longer used")
                            + ". To try it: ./counterpart partner check " + partner.id());
        }
    }

    /** Greeting, encryption, certificate and login of each mail server that a committee needs; no mail is sent. */
    void relays() {
        Set<MailRelay> relays = new LinkedHashSet<>();
        for (Partnership partnership : configuration.partnershipsInOrder()) {
            MailRelay relay = partnership.committee().relay();
            boolean needed = partnership.committee().recipients().stream()
                    .anyMatch(recipient -> recipient.way() != Partnership.Way.SFTP);
            if (relay != null && needed) {
                relays.add(relay);
            }
        }
        for (MailRelay relay : relays) {
            String place = relay.host() + ":" + relay.port();
            RelayTrial.run(relay)
                    .ifPresentOrElse(
                            refusal -> list.failed(
                                    "mail server",
                                    Failures.exitCode(refusal.trouble()),
                                    String.valueOf(refusal.getMessage())),
                            () -> list.well(
                                    "mail server",
                                    place + " answers"
                                            + switch (relay.protection()) {
                                                case STARTTLS -> ", encrypts after STARTTLS";
                                                case TLS -> ", encrypts";
                                                case NONE -> " on this machine, not encrypted";
                                            }
                                            + (relay.user() == null ? "" : ", takes our login")
                                            + "; no mail was sent"));
        }
    }

    void waivers(Clock clock) {
        boolean any = false;
        for (Partner partner : configuration.partnersInOrder()) {
            LocalDate today = LocalDate.now(clock.withZone(partner.zone()));
            Set<Waiver> waivers = new LinkedHashSet<>();
            partner.feedsInOrder().forEach(feed -> waivers.addAll(feed.edits().waivers()));
            for (Waiver waiver : waivers) {
                any = true;
                String what = partner.id() + ", " + waiver.edit() + ", approved by " + waiver.approvedBy();
                if (waiver.isOverOn(today)) {
                    list.note("waiver", what + ": ended on " + waiver.until() + "; remove it, or agree a new end");
                } else if (waiver.isOverOn(today.plusDays(DAYS_BEFORE_AN_END))) {
                    list.note("waiver", what + ": ends on " + waiver.until() + "; agree what comes after it");
                } else {
                    list.well("waiver", what + ": until " + waiver.until());
                }
            }
        }
        if (!any) {
            list.well("waivers", "no edit is set aside");
        }
    }
}

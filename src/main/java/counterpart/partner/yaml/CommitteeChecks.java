package counterpart.partner.yaml;

import counterpart.finding.Nearest;
import counterpart.partner.MailRelay;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold of a committee's recipients and of the mail server that carries to them, beyond the schemas. */
final class CommitteeChecks {
    private static final String NOT_READ = "unreadable";

    private final Secrets secrets;
    private final Optional<Block> installationMail;
    private final boolean mailFileIsFaulty;

    /**
     * @param installationMail the block {@code mail} of the installation's {@code mail.yaml}
     * @param mailFileIsFaulty whether that file is there but has no such block, which is told already
     */
    CommitteeChecks(Secrets secrets, Optional<Block> installationMail, boolean mailFileIsFaulty) {
        this.secrets = secrets;
        this.installationMail = installationMail;
        this.mailFileIsFaulty = mailFileIsFaulty;
    }

    /** Checks the installation's mail server, once. */
    void checkInstallation() {
        installationMail.ifPresent(this::checkRelay);
    }

    void check(Block root, List<String> sides) {
        Optional<Block> committee = root.block("committee");
        if (committee.isEmpty()) {
            return;
        }
        committee.get().block("mail").ifPresent(this::checkRelay);
        List<Block> recipients = committee.get().blocks("recipients");
        checkPartners(recipients, sides);
        checkEachHasOnePlace(recipients);
        checkPlacesApart(recipients);
        checkNotices(recipients);
        checkCarried(recipients, committee.get().block("mail").or(() -> installationMail));
    }

    private static void checkPartners(List<Block> recipients, List<String> sides) {
        for (Block recipient : recipients) {
            recipient
                    .text("partner")
                    .filter(partner -> !sides.contains("") && !sides.contains(partner))
                    .ifPresent(partner -> recipient.fault(
                            "partner",
                            "'" + partner + "' is no side of this partnership.",
                            Nearest.remedy(partner, sides)));
        }
    }

    private static void checkEachHasOnePlace(List<Block> recipients) {
        for (Block recipient : recipients) {
            boolean directory = recipient.has("directory");
            boolean email = recipient.has("email");
            if (directory && email) {
                recipient.fault(
                        "email", "There is a directory and an email.", "Keep one; who wants both is listed twice.");
            } else if (!directory && !email && !isMisspelt(recipient)) {
                recipient.fault(
                        "directory",
                        "There is neither a directory nor an email.",
                        "Write directory: and a folder on the partner's server, or email: and an address.");
            }
            if (recipient.has("attach") && directory) {
                recipient.fault("attach", "Only a mail has something attached.", "Remove attach:.");
            }
        }
    }

    /** Whether a place is there under a misspelt name, which is told already. */
    private static boolean isMisspelt(Block recipient) {
        return recipient.keys().stream()
                .anyMatch(key -> Nearest.to(key, List.of("directory", "email")).isPresent());
    }

    private static void checkPlacesApart(List<Block> recipients) {
        Map<String, Integer> seen = new HashMap<>();
        for (Block recipient : recipients) {
            String where = recipient.text("partner").orElse("") + " "
                    + recipient.text("directory").orElse("");
            if (recipient.has("directory") && seen.merge(where, 1, Integer::sum) > 1) {
                recipient.fault(
                        "directory",
                        "Another recipient has the same folder.",
                        "Give each recipient a folder of its own.");
            }
            recipient
                    .text("email")
                    .map(email -> email.toLowerCase(Locale.ROOT))
                    .filter(email -> seen.merge(email, 1, Integer::sum) > 1)
                    .ifPresent(email -> recipient.fault(
                            "email", "Another recipient has the same address.", "List each address once."));
        }
    }

    private static void checkNotices(List<Block> recipients) {
        for (Block recipient : recipients) {
            String partner = recipient.text("partner").orElse(NOT_READ);
            boolean hasFolder = recipients.stream()
                    .anyMatch(other -> other.has("directory")
                            && other.text("partner").orElse("").equals(partner));
            if (recipient.text("attach").filter("false"::equals).isPresent() && recipient.has("email") && !hasFolder) {
                recipient.fault(
                        "attach",
                        "The mail would say that the edition lies on the server of " + partner
                                + ", but no recipient has a folder there.",
                        "Add a recipient {partner: " + partner + ", directory: ...}, or write attach: true.");
            }
        }
    }

    private void checkCarried(List<Block> recipients, Optional<Block> relay) {
        for (Block recipient : recipients) {
            Optional<String> email = recipient.text("email").filter(address -> address.contains("@"));
            if (email.isEmpty() || (relay.isEmpty() && mailFileIsFaulty)) {
                continue;
            }
            if (relay.isEmpty()) {
                recipient.fault(
                        "email",
                        "Nothing says which mail server takes our mails.",
                        "Write the file mail.yaml beside partners and partnerships, or committee.mail here;"
                                + " docs/configuration.md has an example.");
                continue;
            }
            String domain = MailRelay.domainOf(email.get());
            List<String> domains = relay.get().texts("domains");
            if (!domains.isEmpty() && !domains.contains(domain)) {
                recipient.fault(
                        "email",
                        "No mail may go to the domain " + domain + ": "
                                + relay.get().shown() + " does not list it.",
                        Nearest.to(domain, Set.copyOf(domains))
                                .map(near -> "Did you mean " + near + "? Else add it to domains there.")
                                .orElse("Mend the address, or add the domain to domains there."));
            }
        }
    }

    private void checkRelay(Block relay) {
        relay.text("protection")
                .filter("NONE"::equals)
                .filter(none -> !MailRelay.isThisMachine(relay.text("host").orElse("localhost")))
                .ifPresent(none -> relay.fault(
                        "protection",
                        "Mails to another machine must be encrypted on their way.",
                        "Write STARTTLS or TLS."));
        if (relay.has("user") != relay.has("password")) {
            boolean user = relay.has("user");
            relay.fault(
                    user ? "user" : "password",
                    "There is a " + (user ? "user but no password." : "password but no user."),
                    "Write both, or neither.");
        }
        secrets.secret(relay, "password");
        relay.text("authority").ifPresent(file -> checkAuthority(relay, file));
    }

    private static void checkAuthority(Block relay, String file) {
        try {
            if (!Files.isReadable(relay.file().resolveSibling(file))) {
                relay.fault("authority", "There is no certificate " + file + " beside this file.", "Copy it there.");
            }
        } catch (InvalidPathException e) {
            relay.fault("authority", "This is no path of a file.", "Write a path relative to this file.");
        }
    }
}

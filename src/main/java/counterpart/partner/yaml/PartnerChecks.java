package counterpart.partner.yaml;

import counterpart.finding.Nearest;
import counterpart.partner.EditCatalogue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a partner's file must fulfil beyond its schema. */
final class PartnerChecks {
    private final Secrets secrets;
    private final EditTermsChecks editTerms;

    PartnerChecks(Secrets secrets, EditCatalogue edits) {
        this.secrets = secrets;
        this.editTerms = new EditTermsChecks(edits);
    }

    void check(PartnerFile partner) {
        Block root = partner.root();
        checkId(root, "partner", partner.id());
        checkZone(root);
        checkHolidays(root);
        checkConnection(partner);
        Map<String, Block> layouts = root.named("layouts");
        layouts.values().forEach(layout -> new LayoutChecks(layout).check());
        Map<String, Block> feeds = root.named("feeds");
        feeds.values().forEach(feed -> {
            FeedChecks checks = new FeedChecks(feed, layouts);
            checks.check();
            checks.checkBooks(feeds);
        });
        checkFeedsApart(feeds);
        editTerms.checkSeverities(root);
        feeds.values().forEach(editTerms::checkSeverities);
        editTerms.checkWaivers(root, feeds.keySet());
    }

    /** The id in a file must be the file's name: other files and the operator's commands use it. */
    static void checkId(Block root, String key, String fileName) {
        root.text(key)
                .filter(id -> !id.equals(fileName))
                .ifPresent(id -> root.fault(
                        key,
                        "The file is called " + fileName + ".yaml, but it says '" + id + "'.",
                        "Write " + fileName + ", or rename the file."));
    }

    private static void checkZone(Block root) {
        root.text("zone").ifPresent(zone -> {
            try {
                ZoneId.of(zone);
            } catch (DateTimeException e) {
                String remedy = Nearest.to(zone, ZoneId.getAvailableZoneIds())
                        .map(known -> "Did you mean " + known + "?")
                        .orElse("Write one like America/New_York, America/Chicago or America/Los_Angeles.");
                root.fault("zone", "No time zone is called '" + zone + "'.", remedy);
            }
        });
    }

    private static void checkHolidays(Block root) {
        List<String> holidays = root.texts("holidays");
        for (int i = 0; i < holidays.size(); i++) {
            try {
                LocalDate.parse(holidays.get(i));
            } catch (DateTimeException e) {
                root.faultOfItem(
                        "holidays",
                        i,
                        "'" + holidays.get(i) + "' is no date.",
                        "Write year-month-day, for example 2026-11-26.");
            }
        }
    }

    private void checkConnection(PartnerFile partner) {
        if (partner.connectionFile().isEmpty() && !partner.root().has("connection")) {
            partner.root()
                    .fault(
                            "connection",
                            "Nothing says how to reach the partner.",
                            "Write connection: here, or in the file " + partner.id()
                                    + ".connection.yaml beside this one.");
        }
        partner.connection().ifPresent(this::checkLogin);
    }

    private void checkLogin(Block connection) {
        boolean password = connection.has("password");
        boolean keyFile = connection.has("keyFile");
        if (password && keyFile) {
            connection.fault(
                    "password", "There is a password and a keyFile.", "Keep the one that the partner accepts.");
        } else if (!password && !keyFile && !isMisspelt(connection)) {
            connection.fault(
                    "keyFile",
                    "There is neither a password nor a keyFile.",
                    "Write password: ENC(...), or keyFile: and its path.");
        }
        if (connection.has("keyPassphrase") && !keyFile) {
            connection.fault(
                    "keyPassphrase", "There is a keyPassphrase but no keyFile.", "Write keyFile:, or remove it.");
        }
        secrets.secret(connection, "password");
        secrets.keyFile(connection, "keyFile");
        secrets.secret(connection, "keyPassphrase");
    }

    /** Whether a login is there under a misspelt name, which is told already. */
    private static boolean isMisspelt(Block connection) {
        return connection.keys().stream()
                .anyMatch(key -> Nearest.to(key, List.of("password", "keyFile")).isPresent());
    }

    /** Two feeds that would take the same file. Only equal patterns are told: whether others overlap cannot be known. */
    private static void checkFeedsApart(Map<String, Block> feeds) {
        Map<String, String> first = new HashMap<>();
        feeds.forEach((name, feed) -> {
            String takes = feed.text("directory").orElse(name) + " "
                    + feed.text("name").orElse(name);
            String other = first.putIfAbsent(takes, name);
            if (other != null) {
                feed.fault(
                        "name",
                        "The feed " + other + " takes files of the same names from the same folder.",
                        "Write a pattern that only files of " + name + " have.");
            }
        });
    }
}

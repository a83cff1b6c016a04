package counterpart.partner.yaml;

import counterpart.finding.Nearest;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a partnership's file must fulfil beyond its schema. */
final class PartnershipChecks {
    private final Map<String, Optional<PartnerFile>> partners;
    private final Set<String> measures;
    private final Secrets secrets;
    private final CommitteeChecks committees;

    /**
     * @param partners by the names of their files; empty where the file could not be read
     * @param measures the names of the measures that exist
     */
    PartnershipChecks(
            Map<String, Optional<PartnerFile>> partners,
            Set<String> measures,
            Secrets secrets,
            CommitteeChecks committees) {
        this.partners = partners;
        this.measures = measures;
        this.secrets = secrets;
        this.committees = committees;
    }

    void check(Block root, String fileName) {
        PartnerChecks.checkId(root, "partnership", fileName);
        secrets.secret(root, "breakKey");
        String left = checkPartner(root, "left");
        String right = checkPartner(root, "right");
        if (!left.isEmpty() && left.equals(right)) {
            root.fault("right", "Both sides are the same partner.", "Write the other partner.");
        }
        // Where a side is not known, no fault may follow from it.
        boolean known = !left.isEmpty() && !right.isEmpty() && !left.equals(right);
        List<String> sides = known ? List.of(left, right) : List.of("", "");
        root.block("books").ifPresent(books -> {
            checkFeed(books, "coverage", "ELIG", sides);
            checkFeed(books, "medical", "MCLM", sides);
            checkFeed(books, "pharmacy", "RXCLM", sides);
        });
        root.block("reconcile")
                .filter(block -> block.keys().isEmpty())
                .ifPresent(block -> root.fault(
                        "reconcile",
                        "Nothing is held against each other.",
                        "Write claimsLedger, pharmacyLedger or roster."));
        checkLedger(root, "claimsLedger", "MCLM", sides);
        checkLedger(root, "pharmacyLedger", "RXCLM", sides);
        root.block("reconcile").flatMap(block -> block.block("roster")).ifPresent(roster -> checkRoster(roster, sides));
        checkMeasures(root, sides);
        committees.check(root, sides);
        checkRegisters(root);
    }

    private void checkLedger(Block root, String key, String content, List<String> sides) {
        root.block("reconcile").flatMap(block -> block.block(key)).ifPresent(ledger -> {
            checkFeed(ledger, "left", content, List.of(sides.get(0)));
            checkFeed(ledger, "right", content, List.of(sides.get(1)));
            ledger.text("toleranceDollars")
                    .filter(dollars -> !dollars.matches("[0-9]{1,7}([.][0-9]{1,2})?"))
                    .ifPresent(dollars -> ledger.fault(
                            "toleranceDollars",
                            "'" + dollars + "' is not an amount of dollars and cents.",
                            "Write for example \"0.01\"."));
        });
    }

    private void checkRoster(Block roster, List<String> sides) {
        checkFeed(roster, "left", "ELIG or ROSTER", List.of(sides.get(0)));
        checkFeed(roster, "right", "ELIG or ROSTER", List.of(sides.get(1)));
        roster.text("sourceOfTruth")
                .filter(side -> !sides.contains("") && !sides.contains(side))
                .ifPresent(side -> roster.fault(
                        "sourceOfTruth",
                        "'" + side + "' is no side of this partnership.",
                        Nearest.remedy(side, sides)));
    }

    /** The partner's short name, or an empty text if it is missing or unknown, which is told. */
    private String checkPartner(Block root, String key) {
        Optional<String> named = root.text(key);
        if (named.isPresent() && !partners.containsKey(named.get())) {
            root.fault(key, "No partner is called '" + named.get() + "'.", remedyOfPartner(named.get()));
            return "";
        }
        return named.orElse("");
    }

    private String remedyOfPartner(String written) {
        return partners.isEmpty()
                ? "Write a file partners/" + written + ".yaml."
                : Nearest.remedy(written, partners.keySet());
    }

    private void checkFeed(Block block, String key, String content, List<String> owners) {
        String written = block.text(key).orElse("");
        if (written.isEmpty() || owners.contains("")) {
            return;
        }
        int slash = written.indexOf('/');
        String owner = slash < 0 ? "" : written.substring(0, slash);
        String feed = written.substring(slash + 1);
        if (slash < 0) {
            block.fault(
                    key,
                    "'" + written + "' is not written partner/feed.",
                    "Write for example " + owners.get(0) + "/" + written + ".");
        } else if (!owners.contains(owner)) {
            block.fault(
                    key,
                    "The feed " + written + " is not one of " + String.join(" or ", owners) + ".",
                    "Write " + owners.get(0) + "/ and the name of its feed.");
        } else {
            Optional<PartnerFile> partner = partners.getOrDefault(owner, Optional.empty());
            partner.ifPresent(file -> checkFeedOf(file, block, key, feed, content));
        }
    }

    private static void checkFeedOf(PartnerFile partner, Block block, String key, String feed, String content) {
        if (!partner.feedNames().contains(feed)) {
            Set<String> known = new TreeSet<>();
            partner.feedNames().forEach(name -> known.add(partner.id() + "/" + name));
            block.fault(
                    key,
                    "The partner " + partner.id() + " has no feed '" + feed + "'.",
                    Nearest.remedy(partner.id() + "/" + feed, known));
            return;
        }
        partner.contentOf(feed)
                .filter(found -> !Set.of(content.split(" or ")).contains(found))
                .ifPresent(found -> block.fault(
                        key,
                        "The feed " + partner.id() + "/" + feed + " has the content " + found + ", not " + content
                                + ".",
                        "Name a feed whose content is " + content + "."));
    }

    private void checkMeasures(Block root, List<String> sides) {
        Set<String> seen = new HashSet<>();
        for (Block measure : root.blocks("measures")) {
            measure.text("measure").ifPresent(name -> {
                if (!measures.contains(name)) {
                    measure.fault("measure", "No measure is called '" + name + "'.", Nearest.remedy(name, measures));
                } else if (!seen.add(name)) {
                    measure.fault(
                            "measure",
                            "The measure " + name + " is listed twice, with two targets and two priorities.",
                            "Keep one of the two.");
                }
            });
            Set<String> allowed = new TreeSet<>(sides);
            allowed.add("both");
            measure.text("priority")
                    .filter(priority -> !sides.contains("") && !allowed.contains(priority))
                    .ifPresent(priority -> measure.fault(
                            "priority",
                            "'" + priority + "' is no side of this partnership.",
                            Nearest.remedy(priority, allowed)));
        }
    }

    private static void checkRegisters(Block root) {
        root.text("registers").ifPresent(folder -> {
            try {
                Path path = root.file().resolveSibling(folder);
                if (!Files.isDirectory(path)) {
                    root.fault(
                            "registers",
                            "There is no folder " + folder + " beside this file.",
                            "Make it: mkdir " + path);
                    return;
                }
                Registers.check(root, path);
            } catch (InvalidPathException e) {
                root.fault("registers", "This is no path of a folder.", "Write a folder beside this file.");
            }
        });
    }
}

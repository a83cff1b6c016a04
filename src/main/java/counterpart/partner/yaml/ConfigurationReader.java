package counterpart.partner.yaml;

import counterpart.finding.Nearest;
import counterpart.model.PartnerId;
import counterpart.model.PartnershipId;
import counterpart.partner.Configuration;
import counterpart.partner.EditCatalogue;
import counterpart.partner.Partner;
import counterpart.partner.Partnership;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads {@code partners/*.yaml} and {@code partnerships/*.yaml} of a configuration folder and tells every fault at once.
 * A file {@code partners/<partner>.connection.yaml} replaces that partner's connection; {@code mail.yaml} names the mail
 * server of the installation, {@code watch.yaml} says how it is watched. Needs neither Spring nor a
 * store; the process's environment is not looked at.
 */
public final class ConfigurationReader {
    private static final String YAML = ".yaml";
    private static final String CONNECTION = ".connection.yaml";
    private static final String MAIL = "mail.yaml";
    private static final String WATCH = "watch.yaml";

    private final Set<String> measures;
    private final EditCatalogue edits;
    private final Optional<SecretBox> box;
    private final SchemaCheck schemas = new SchemaCheck();

    /**
     * @param measures the names of the measures that exist
     * @param edits the edits that exist, and how far a partner may change them
     * @param box opens {@code ENC(...)} values; when empty, such values are told as a fault
     */
    public ConfigurationReader(Set<String> measures, EditCatalogue edits, Optional<SecretBox> box) {
        this.measures = Set.copyOf(measures);
        this.edits = edits;
        this.box = box;
    }

    /**
     * Reads and checks everything.
     *
     * @param folder the configuration's folder, for example {@code job-configs}
     * @return the configuration, or all its faults; what is wrong with files is never an exception
     * @throws UncheckedIOException when a folder that exists cannot be listed
     */
    public ConfigurationReading read(Path folder) {
        return new Run(folder).read();
    }

    /** One reading. */
    private final class Run {
        private final Path folder;
        private final Faults faults = new Faults();
        private final Secrets secrets = new Secrets(box);
        private final Map<String, Optional<PartnerFile>> partners = new TreeMap<>();
        private final Map<String, Block> partnerships = new TreeMap<>();
        private Optional<Block> mail = Optional.empty();

        Run(Path folder) {
            this.folder = folder;
        }

        ConfigurationReading read() {
            loadPartners();
            loadPartnerships();
            Path mailFile = folder.resolve(MAIL);
            boolean mailIsThere = Files.isRegularFile(mailFile);
            mail = mailIsThere
                    ? load(mailFile, SchemaCheck.Kind.MAIL).flatMap(root -> root.block("mail"))
                    : Optional.empty();
            Path watchFile = folder.resolve(WATCH);
            WatchFile watch = new WatchFile(
                    Files.isRegularFile(watchFile)
                            ? load(watchFile, SchemaCheck.Kind.WATCH).flatMap(root -> root.block("watch"))
                            : Optional.empty(),
                    secrets);
            PartnerChecks partnerChecks = new PartnerChecks(secrets, edits);
            partners.values().forEach(partner -> partner.ifPresent(partnerChecks::check));
            CommitteeChecks committeeChecks = new CommitteeChecks(secrets, mail, mailIsThere && mail.isEmpty());
            committeeChecks.checkInstallation();
            PartnershipChecks partnershipChecks = new PartnershipChecks(partners, measures, secrets, committeeChecks);
            partnerships.forEach((name, root) -> partnershipChecks.check(root, name));
            watch.check(mail);
            secrets.tellWhatIsLacking();
            List<ConfigFault> found = faults.inOrder();
            return found.isEmpty()
                    ? new ConfigurationReading.Complete(bind(watch))
                    : new ConfigurationReading.Faulty(found);
        }

        private void loadPartners() {
            List<Path> files = yamlFiles("partners");
            if (files.isEmpty()) {
                String place = folder.resolve("partners").toString();
                faults.add(new ConfigFault(
                        Path.of("partners"),
                        1,
                        "",
                        "There is no partner's file in " + place + ".",
                        "Write one; docs/configuration.md begins with an example."));
            }
            Map<String, Block> connections = new TreeMap<>();
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(CONNECTION)) {
                    load(file, SchemaCheck.Kind.CONNECTION)
                            .ifPresent(block -> connections.put(stem(name, CONNECTION), block));
                }
            }
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!name.endsWith(CONNECTION)) {
                    String id = stem(name, YAML);
                    Optional<Block> connection = Optional.ofNullable(connections.remove(id));
                    partners.put(
                            id,
                            load(file, SchemaCheck.Kind.PARTNER).map(root -> new PartnerFile(id, root, connection)));
                }
            }
            connections.forEach((id, block) -> faults.add(new ConfigFault(
                    block.shown(), 1, "", "There is no partner '" + id + "'.", Nearest.remedy(id, partners.keySet()))));
        }

        private void loadPartnerships() {
            for (Path file : yamlFiles("partnerships")) {
                load(file, SchemaCheck.Kind.PARTNERSHIP)
                        .ifPresent(
                                root -> partnerships.put(stem(file.getFileName().toString(), YAML), root));
            }
        }

        private Optional<Block> load(Path file, SchemaCheck.Kind kind) {
            Path shown = folder.relativize(file);
            Optional<Block> root = new YamlFileReader(faults)
                    .read(file, shown)
                    .map(mapping -> new Block(file, shown, "", mapping, faults));
            root.ifPresent(block -> schemas.check(kind, block));
            return root;
        }

        /** The YAML files of a sub-folder in the order of their names. */
        private List<Path> yamlFiles(String subFolder) {
            Path place = folder.resolve(subFolder);
            List<Path> files = new ArrayList<>();
            if (Files.isDirectory(place)) {
                try (Stream<Path> listed = Files.list(place)) {
                    listed.filter(Files::isRegularFile).sorted().forEach(file -> choose(file, files));
                } catch (IOException e) {
                    throw new UncheckedIOException(
                            "The folder " + place
                                    + " cannot be listed, so the configuration is not known. Look at its rights.",
                            e);
                }
            }
            return files;
        }

        private void choose(Path file, List<Path> files) {
            String name = file.getFileName().toString();
            if (name.endsWith(".yml")) {
                String right = stem(name, ".yml") + YAML;
                faults.add(new ConfigFault(
                        folder.relativize(file),
                        1,
                        "",
                        "Files are called .yaml here; this one would be passed over.",
                        "Rename it to " + right + "."));
            } else if (name.endsWith(YAML) && !name.startsWith(".")) {
                files.add(file);
            }
        }

        private Configuration bind(WatchFile watch) {
            PartnerBinder partnerBinder = new PartnerBinder(secrets);
            Map<PartnerId, Partner> boundPartners = new HashMap<>();
            partners.values().forEach(file -> {
                Partner partner = partnerBinder.partner(file.orElseThrow());
                boundPartners.put(partner.id(), partner);
            });
            PartnershipBinder partnershipBinder = new PartnershipBinder(secrets, mail);
            Map<PartnershipId, Partnership> boundPartnerships = new HashMap<>();
            partnerships.values().forEach(root -> {
                Partnership partnership = partnershipBinder.partnership(root);
                boundPartnerships.put(partnership.id(), partnership);
            });
            return new Configuration(boundPartners, boundPartnerships, watch.bind(mail.map(partnershipBinder::relay)));
        }
    }

    private static String stem(String name, String suffix) {
        return name.substring(0, name.length() - suffix.length());
    }
}

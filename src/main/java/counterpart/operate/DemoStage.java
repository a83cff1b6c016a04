package counterpart.operate;

import counterpart.model.Home;
import counterpart.model.PartnerId;
import counterpart.partner.Configuration;
import counterpart.partner.Feed;
import counterpart.partner.Partner;
import counterpart.partner.Partnership;
import counterpart.sample.SampleWriter;
import counterpart.sample.Scenario;
import counterpart.sample.server.DemoSftpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the demo plays on: the partners' servers with their files, and a configuration that points at them, all under one
 * home. Closing it stops the servers.
 */
final class DemoStage implements AutoCloseable {
    /** Where the demo's operator sits: nights and business dates are those of this zone. */
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private static final String USER = "counterpart";
    private static final String PASSWORD = "only-for-the-demo";

    private final Home home;
    private final Scenario scenario;
    private final Map<String, DemoSftpServer> servers;
    private final Configuration configuration;

    private DemoStage(Home home, Scenario scenario, Map<String, DemoSftpServer> servers, Configuration configuration) {
        this.home = home;
        this.scenario = scenario;
        this.servers = servers;
        this.configuration = configuration;
    }

    /**
     * Sets the stage, or finds it as an earlier demo left it.
     *
     * @throws CommandFailure when the folder holds something else than a demo
     */
    static DemoStage set(Home home, Scenario scenario, boolean fresh, Talk talk) throws IOException {
        prepare(home, fresh);
        generate(home, scenario, talk);
        Map<String, DemoSftpServer> servers = new TreeMap<>();
        for (String partner : DemoConfiguration.copyExample(home)) {
            servers.put(partner, serve(home, partner));
        }
        Configuration configuration = DemoConfiguration.write(home, servers, USER, PASSWORD);
        makeDirectories(home, configuration);
        return new DemoStage(home, scenario, servers, configuration);
    }

    Home home() {
        return home;
    }

    Scenario scenario() {
        return scenario;
    }

    Configuration configuration() {
        return configuration;
    }

    List<Partnership> partnerships() {
        return configuration.partnershipsInOrder();
    }

    ZoneId zone() {
        return ZONE;
    }

    /** The folder that a partner's server shows as its root. */
    Path root(PartnerId partner) {
        return root(home, partner.value());
    }

    /** Whether an earlier demo in this home came to its end. */
    boolean wasPlayed() {
        return Files.exists(done());
    }

    void markPlayed() throws IOException {
        Files.writeString(done(), scenario + "\n");
    }

    @Override
    public void close() {
        servers.values().forEach(DemoSftpServer::close);
    }

    private Path done() {
        return home.root().resolve("demo.played");
    }

    private static Path root(Home home, String partner) {
        return home.root().resolve("sample/servers").resolve(partner);
    }

    private static void prepare(Home home, boolean fresh) throws IOException {
        Path marker = home.root().resolve("demo");
        boolean exists = Files.isDirectory(home.root()) && !isEmpty(home.root());
        if (exists && !Files.exists(marker)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "the folder " + home.root() + " holds something that is no demo; nothing was touched. Name another"
                            + " one with --home.");
        }
        if (exists && fresh) {
            try (Stream<Path> tree = Files.walk(home.root())) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(home.root());
        Files.writeString(marker, "This folder belongs to './counterpart demo'.\n");
    }

    /** Generates the files once; a demo that was cut short meanwhile starts over. */
    private static void generate(Home home, Scenario scenario, Talk talk) throws IOException {
        Path sample = home.root().resolve("sample");
        Path complete = sample.resolve("complete");
        if (Files.exists(complete)) {
            if (!Files.readString(complete).equals(scenario.toString())) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "this home holds a demo of other size or seed; nothing was touched. Start over with --fresh, or"
                                + " name another folder with --home.");
            }
            return;
        }
        talk.say(String.format(
                java.util.Locale.ROOT,
                "Inventing three partners, %,d and %,d members and %d months of their files (seed %d) ...",
                scenario.members(),
                scenario.pharmacyMembers(),
                scenario.months(),
                scenario.seed()));
        if (Files.isDirectory(sample)) {
            try (Stream<Path> tree = Files.walk(sample)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        SampleWriter.write(sample, scenario, (done, all) -> talk.told("demo", "generate", "week", done, all));
        Files.writeString(complete, scenario.toString());
    }

    /** The folders that the partners keep for what we leave on their servers. */
    private static void makeDirectories(Home home, Configuration configuration) throws IOException {
        for (Partner partner : configuration.partnersInOrder()) {
            directory(home, partner.id(), partner.acknowledgmentDirectory());
            for (Feed feed : partner.feedsInOrder()) {
                directory(home, partner.id(), feed.directory());
                String processed = feed.processedDirectory();
                if (processed != null) {
                    directory(home, partner.id(), processed);
                }
            }
        }
        for (Partnership partnership : configuration.partnershipsInOrder()) {
            directory(home, partnership.left(), partnership.breakFile().leftDirectory());
            directory(home, partnership.right(), partnership.breakFile().rightDirectory());
            for (Partnership.Recipient recipient : partnership.committee().recipients()) {
                if (recipient.way() == Partnership.Way.SFTP) {
                    directory(home, recipient.partner(), recipient.place());
                }
            }
        }
    }

    private static void directory(Home home, PartnerId partner, String directory) throws IOException {
        Files.createDirectories(root(home, partner.value()).resolve(directory.substring(1)));
    }

    private static DemoSftpServer serve(Home home, String partner) throws IOException {
        Path root = Files.createDirectories(root(home, partner));
        Path hostKey = home.root().resolve(partner + ".hostkey");
        DemoSftpServer server = new DemoSftpServer(
                DemoSftpServer.Place.of(root, hostKey).withArrivals(root.resolveSibling(partner + ".arrivals.csv")),
                USER,
                PASSWORD);
        server.applyArrivals();
        return server;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }
}

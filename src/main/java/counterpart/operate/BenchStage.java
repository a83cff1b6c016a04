package counterpart.operate;

import counterpart.sample.VolumeWriter.Volume;
import counterpart.sample.server.DemoSftpServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A partner's server with the measured files, in this process, and an empty home for the process that is measured. */
final class BenchStage implements AutoCloseable {
    private static final String USER = "counterpart";
    private static final String PASSWORD = "only-for-the-bench";
    private static final Pattern SETTLED = Pattern.compile("step=settleFile .*state=LOADED .*accepted=(\\d+)");

    private final DemoSftpServer server;
    private final Path home;
    private final Path configuration;

    private BenchStage(DemoSftpServer server, Path home, Path configuration) {
        this.server = server;
        this.home = home;
        this.configuration = configuration;
    }

    /** @param root the folder that the server shows */
    static BenchStage set(Path root, Path home) throws IOException {
        BenchCommand.empty(home);
        Files.createDirectories(root.resolve("acks"));
        DemoSftpServer server = new DemoSftpServer(root, root.resolveSibling("bench.hostkey"), USER, PASSWORD);
        Path configuration = home.resolveSibling("bench-configs");
        Path partners = Files.createDirectories(configuration.resolve("partners"));
        try (InputStream example = BenchStage.class.getResourceAsStream("/job-configs/partners/lakeshore.yaml")) {
            if (example == null) {
                throw new IllegalStateException("the example configuration is missing from this build");
            }
            Files.write(partners.resolve("lakeshore.yaml"), example.readAllBytes());
        }
        Files.writeString(partners.resolve("lakeshore.connection.yaml"), """
                connection:
                  host: 127.0.0.1
                  port: %d
                  user: %s
                  password: plain:%s
                  hostKeys: ["%s"]
                """.formatted(
                        server.port(), USER, PASSWORD, server.fingerprint()));
        return new BenchStage(server, home, configuration);
    }

    /** Has a process of its own take the files in, from the server's folder to loaded and answered. */
    BenchRun nightly(Volume volume) throws IOException, InterruptedException {
        BenchRun run = BenchRun.of(
                "nightly",
                volume.eligibilityRows() + volume.pharmacyRows(),
                List.of(
                        "counterpart.Counterpart",
                        "nightly",
                        "--home",
                        home.toString(),
                        "--config",
                        configuration.toString()),
                home.resolveSibling("nightly.out"));
        return run.accepting(accepted());
    }

    @Override
    public void close() {
        server.close();
    }

    private long accepted() throws IOException {
        Matcher settled = SETTLED.matcher(Files.readString(home.resolve("logs/counterpart.log")));
        long accepted = 0;
        while (settled.find()) {
            accepted += Long.parseLong(settled.group(1));
        }
        return accepted;
    }
}

package counterpart.crash;

import counterpart.model.Home;
import counterpart.partner.yaml.SecretBox;
import counterpart.sample.server.DemoSftpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A home, the partners' servers with the readable sample, and a mail server. The servers live in this process, so they
 * survive what is done to the command.
 */
final class Stage implements AutoCloseable {
    private static final Path SAMPLE = Path.of("sample-data/servers");
    private static final Path EXAMPLE = Path.of("job-configs");
    private static final String USER = "counterpart";
    private static final String PASSWORD = "only-for-the-tests";
    /** The same on every stage, for the ids of breaks are made with it. */
    private static final String KEY = SecretBox.newKey();
    /** A recipient by mail stands in the example as a comment. */
    private static final Pattern BY_MAIL = Pattern.compile("(?m)^( +)# (- \\{name: [^}]*email: [^}]*\\})");

    /** What is on a stage at a moment, to be laid there again. */
    record Scene(Path folder, List<String> mails) {}

    private final Path folder;
    private final Trigger trigger = new Trigger();
    private final Map<String, DemoSftpServer> servers = new TreeMap<>();
    private final MailTrap mail;

    Stage(Path folder) throws IOException {
        this.folder = folder;
        mail = new MailTrap(trigger);
        for (String partner : List.of("cascadia", "lakeshore", "meridian")) {
            Path root = Files.createDirectories(servers().resolve(partner));
            servers.put(
                    partner,
                    new DemoSftpServer(
                            root,
                            folder.resolve(partner + ".hostkey"),
                            USER,
                            PASSWORD,
                            (ssh, sftp) -> sftp.addSftpEventListener(new WatchedRequests(trigger))));
        }
        Files.createDirectories(temporary());
        configure();
        makeDirectories();
    }

    Home home() {
        return new Home(folder.resolve("home"));
    }

    Path log() {
        return home().root().resolve("logs/counterpart.log");
    }

    /** The system's temporary folder as the command sees it: what a killed one unpacked goes with the stage. */
    Path temporary() {
        return folder.resolve("temporary");
    }

    /** The folder that holds what each partner's server shows. */
    Path servers() {
        return folder.resolve("servers");
    }

    Path configuration() {
        return folder.resolve("job-configs");
    }

    Trigger trigger() {
        return trigger;
    }

    MailTrap mail() {
        return mail;
    }

    /** Lays the files on the servers that arrived after one instant and not after another. */
    void deliver(Instant after, Instant upTo) throws IOException {
        for (String partner : servers.keySet()) {
            List<String> arrivals = Files.readAllLines(SAMPLE.resolve(partner + ".arrivals.csv"));
            for (String line : arrivals.subList(1, arrivals.size())) {
                int comma = line.lastIndexOf(',');
                Instant at = Instant.parse(line.substring(comma + 1));
                if (at.isAfter(after) && !at.isAfter(upTo)) {
                    Path file = Path.of(partner, line.substring(0, comma));
                    Path target = servers().resolve(file);
                    Files.copy(SAMPLE.resolve(file), target, StandardCopyOption.REPLACE_EXISTING);
                    Files.setLastModifiedTime(target, FileTime.from(at));
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        servers.values().forEach(DemoSftpServer::close);
        mail.close();
    }

    private void configure() throws IOException {
        Trees.replace(EXAMPLE, configuration());
        for (String partnership : List.of("cascadia-lakeshore", "cascadia-meridian")) {
            Path file = configuration().resolve("partnerships/" + partnership + ".yaml");
            Files.writeString(file, BY_MAIL.matcher(Files.readString(file)).replaceAll("$1$2"));
            Path key = configuration().resolve("keys/" + partnership + ".key");
            Files.createDirectories(key.resolveSibling("."));
            Files.writeString(key, KEY + "\n");
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        }
        // These two partners want what we took moved away.
        for (String partner : List.of("lakeshore", "meridian")) {
            Path file = configuration().resolve("partners/" + partner + ".yaml");
            Files.writeString(
                    file,
                    Files.readString(file)
                            .replace(
                                    "    directory: /outbox\n",
                                    "    directory: /outbox\n    processedDirectory: /processed\n"));
        }
        Files.writeString(configuration().resolve("mail.yaml"), """
                mail:
                  host: 127.0.0.1
                  port: %d
                  protection: NONE
                  from: counterpart@counterpart.example
                  domains: [cascadia.example, lakeshore.example, meridian.example]
                """.formatted(mail.port()));
        for (Map.Entry<String, DemoSftpServer> server : servers.entrySet()) {
            Files.writeString(
                    configuration().resolve("partners/" + server.getKey() + ".connection.yaml"), """
                    connection:
                      host: 127.0.0.1
                      port: %d
                      user: %s
                      password: plain:%s
                      hostKeys: ["%s"]
                      timeoutSeconds: 20
                    """.formatted(
                                    server.getValue().port(),
                                    USER,
                                    PASSWORD,
                                    server.getValue().fingerprint()));
        }
    }

    /** The folders of which the configuration speaks. */
    private void makeDirectories() throws IOException {
        for (String folders : List.of(
                "cascadia/outbox cascadia/acks cascadia/processed cascadia/breaks cascadia/breaks-pharmacy",
                "cascadia/committee cascadia/committee-pharmacy",
                "lakeshore/outbox lakeshore/acks lakeshore/processed lakeshore/breaks",
                "meridian/outbox meridian/acks meridian/processed meridian/breaks meridian/committee")) {
            for (String one : folders.split(" ")) {
                Files.createDirectories(servers().resolve(one));
            }
        }
    }

    /** Keeps what is on the stage. */
    Scene keep(Path into) throws IOException {
        Trees.replace(home().root(), into.resolve("home"));
        Trees.replace(servers(), into.resolve("servers"));
        return new Scene(into, mail.mailbox());
    }

    /** Lays on the stage what was kept, here or on another stage. */
    void restore(Scene scene) throws IOException {
        trigger.disarm();
        Files.createDirectories(home().root());
        Trees.replace(scene.folder().resolve("home"), home().root());
        Trees.replace(scene.folder().resolve("servers"), servers());
        Trees.delete(temporary());
        mail.reset(scene.mails());
    }
}

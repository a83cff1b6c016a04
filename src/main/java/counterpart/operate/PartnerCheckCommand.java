package counterpart.operate;

import counterpart.model.PartnerId;
import counterpart.partner.Configuration;
import counterpart.partner.Connection;
import counterpart.partner.Feed;
import counterpart.partner.Partner;
import counterpart.partner.PartnerServerException;
import counterpart.partner.Partnership;
import counterpart.partner.sftp.PartnerServer;
import counterpart.partner.sftp.PartnerServers;
import counterpart.partner.sftp.SftpInbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries everything that a night needs of a partner's server, and takes no file. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Tries name, host key, login, folders and rights on a partner's server, and a round trip of a small file.",
            "Takes no file, and opens no store."
        },
        footer = {"", "Example: ./counterpart partner check lakeshore"})
final class PartnerCheckCommand implements Callable<Integer> {
    private static final String FILE = "counterpart-check.txt";
    private static final byte[] TEXT =
            "Counterpart checks that it can write here. This file may be removed.\n".getBytes(StandardCharsets.UTF_8);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Parameters(paramLabel = "PARTNER", description = "The partner's name in job-configs/partners.")
    private String name = "";

    @Option(names = "--json", description = "Answer as JSON, in a shape that carries its version.")
    private boolean json;

    private final Checklist list = new Checklist();

    @Override
    public Integer call() {
        Configuration configuration = Configurations.require(options.configuration());
        Partner partner = configuration.partnersInOrder().stream()
                .filter(one -> one.id().value().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.NO_INPUT,
                        "no partner is called '" + name + "'. There is "
                                + configuration.partnersInOrder().stream()
                                        .map(one -> one.id().value())
                                        .collect(Collectors.joining(", "))
                                + "."));
        check(configuration, partner);
        return list.tell(spec.commandLine().getOut(), json, "partnerCheck");
    }

    private void check(Configuration configuration, Partner partner) {
        Connection connection = partner.connection();
        if (!resolves(connection)) {
            return;
        }
        PartnerServers servers = new PartnerServers();
        try (PartnerServer server = servers.open(partner.id(), connection)) {
            list.well("connection", connection.host() + ":" + connection.port() + " answers");
            list.well("host key", "it shows a key that is pinned");
            list.well("login", "as " + connection.user());
            Map<String, String> writes = written(configuration, partner);
            Map<String, String> folders = folders(partner);
            writes.forEach((folder, use) -> folders.merge(folder, use, (a, b) -> a + ", " + b));
            folders.forEach((folder, use) -> folder(server, partner, folder, use));
            writes.keySet().forEach(folder -> roundTrip(configuration, servers, server, partner, folder));
        } catch (PartnerServerException e) {
            tellRefusal(e);
        }
    }

    private boolean resolves(Connection connection) {
        try {
            InetAddress[] addresses = InetAddress.getAllByName(connection.host());
            list.well(
                    "name",
                    connection.host() + " is "
                            + Arrays.stream(addresses)
                                    .map(InetAddress::getHostAddress)
                                    .collect(Collectors.joining(", ")));
            return true;
        } catch (UnknownHostException e) {
            list.failed(
                    "name",
                    ExitCode.UNAVAILABLE,
                    "the name " + connection.host()
                            + " has no address; see 'host' in the partner's connection, and this" + " system's DNS");
            return false;
        }
    }

    private void tellRefusal(PartnerServerException refusal) {
        String check = switch (refusal.kind()) {
            case UNREACHABLE, TIMEOUT -> "connection";
            case HOST_KEY -> "host key";
            case AUTHENTICATION -> "login";
            default -> "session";
        };
        if (refusal.kind() == PartnerServerException.Kind.AUTHENTICATION) {
            list.well("host key", "it shows a key that is pinned");
        }
        list.failed(check, Failures.exitCode(refusal.trouble()), String.valueOf(refusal.getMessage()));
    }

    /** Every folder that a night uses, with what for. */
    private static Map<String, String> folders(Partner partner) {
        Map<String, String> folders = new LinkedHashMap<>();
        for (Feed feed : partner.feedsInOrder()) {
            folders.merge(feed.directory(), "files of " + feed.name(), (a, b) -> a + ", " + feed.name());
            String processed = feed.processedDirectory();
            if (processed != null) {
                folders.putIfAbsent(processed, "files that were taken");
            }
        }
        return folders;
    }

    /** Every folder that we write to, with what. */
    private static Map<String, String> written(Configuration configuration, Partner partner) {
        Map<String, String> folders = new LinkedHashMap<>();
        folders.put(partner.acknowledgmentDirectory(), "our answers");
        for (Partnership partnership : configuration.partnershipsInOrder()) {
            if (partnership.left().equals(partner.id())) {
                add(folders, partnership.breakFile().leftDirectory(), "break files");
            }
            if (partnership.right().equals(partner.id())) {
                add(folders, partnership.breakFile().rightDirectory(), "break files");
            }
            partnership.committee().recipients().stream()
                    .filter(recipient -> recipient.way() == Partnership.Way.SFTP)
                    .filter(recipient -> recipient.partner().equals(partner.id()))
                    .forEach(recipient -> add(folders, recipient.place(), "editions"));
        }
        return folders;
    }

    private static void add(Map<String, String> folders, String folder, String use) {
        folders.merge(folder, use, (a, b) -> a.contains(b) ? a : a + ", " + b);
    }

    private void folder(PartnerServer server, Partner partner, String folder, String use) {
        try {
            PartnerServer.Listing listing = server.list(folder);
            long ours = listing.files().stream()
                    .filter(file -> partner.feedsInOrder().stream()
                            .filter(feed -> feed.directory().equals(folder))
                            .anyMatch(feed ->
                                    feed.namePattern().matcher(file.name()).matches()))
                    .count();
            list.well(
                    "folder " + folder,
                    use + "; " + listing.files().size() + " files, " + ours + " of them named like a feed's");
        } catch (PartnerServerException e) {
            list.failed("folder " + folder, Failures.exitCode(e.trouble()), use + ": " + e.getMessage());
        }
    }

    private void roundTrip(
            Configuration configuration, PartnerServers servers, PartnerServer server, Partner partner, String folder) {
        PartnerId id = partner.id();
        try {
            Path file = Files.createTempDirectory("counterpart").resolve(FILE);
            try {
                Files.write(file, TEXT);
                new SftpInbox(configuration, servers).put(id, folder, FILE, file);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(Optional.ofNullable(file.getParent()).orElse(file));
            }
            ByteArrayOutputStream back = new ByteArrayOutputStream();
            server.read(folder, FILE, back, TEXT.length);
            if (Arrays.equals(back.toByteArray(), TEXT)) {
                list.well("round trip " + folder, "a small file was written, renamed and read back");
            } else {
                list.failed(
                        "round trip " + folder,
                        ExitCode.PROTOCOL,
                        folder + "/" + FILE
                                + " holds other bytes than were written; ask the partner what changes files");
            }
            remove(server, folder);
        } catch (PartnerServerException e) {
            list.failed("round trip " + folder, Failures.exitCode(e.trouble()), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            list.failed(
                    "round trip " + folder,
                    ExitCode.INPUT_OUTPUT,
                    "this system's temporary folder could not be used; see its disk");
        }
    }

    private void remove(PartnerServer server, String folder) {
        try {
            server.remove(folder, FILE);
            list.well("removal " + folder, "we may remove what we wrote");
        } catch (PartnerServerException e) {
            list.note(
                    "removal " + folder,
                    "we may not remove files there; the partner may remove " + folder + "/" + FILE);
        }
    }
}

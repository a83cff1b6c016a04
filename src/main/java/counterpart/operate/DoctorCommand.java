package counterpart.operate;

import counterpart.books.ActiveLoad;
import counterpart.control.Audit;
import counterpart.control.HomeBusyException;
import counterpart.control.StatusFile;
import counterpart.model.BookTable;
import counterpart.model.Home;
import counterpart.partner.Configuration;
import counterpart.partner.Partner;
import counterpart.partner.WatchSettings;
import counterpart.receive.FileQuery;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Examines an installation without changing it. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Examines configuration, keys, disk, clock, both stores, the archive, the audit and the fonts.",
            "Each line is ok or says what to do. Partners' servers are examined by 'partner check'."
        })
final class DoctorCommand implements Callable<Integer> {
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);
    private static final int ALL = 1_000_000;
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Option(names = "--json", description = "Answer as JSON, in a shape that carries its version.")
    private boolean json;

    private final Checklist list = new Checklist();
    /** As configured; the default while the configuration cannot be read. */
    private WatchSettings watch = WatchSettings.DEFAULT;

    @Override
    public Integer call() {
        Home home = options.home();
        configuration();
        keyFile("key of the secrets", System.getenv("COUNTERPART_KEY_FILE"));
        home(home);
        clock(home);
        stores(home);
        fonts();
        return list.tell(spec.commandLine().getOut(), json, "doctor");
    }

    private void configuration() {
        try {
            Configuration configuration = Configurations.require(options.configuration());
            watch = configuration.watch();
            list.well(
                    "configuration",
                    configuration.partners().size() + " partners, "
                            + configuration.partnerships().size() + " partnerships");
            ConfiguredChecks more = new ConfiguredChecks(list, configuration);
            more.hostKeys();
            more.relays();
            more.waivers(Clock.systemDefaultZone());
            for (Partner partner : configuration.partnersInOrder()) {
                Path key = partner.connection().keyFile();
                keyFile("key for " + partner.id(), key == null ? null : key.toString());
            }
        } catch (CommandFailure e) {
            list.failed(
                    "configuration",
                    ExitCode.CONFIGURATION,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("") + " See: ./counterpart config check");
        }
    }

    private void keyFile(String check, @Nullable String name) {
        if (name == null || name.isBlank()) {
            return;
        }
        Path file = Path.of(name);
        try {
            Set<PosixFilePermission> open = Files.getPosixFilePermissions(file);
            if (open.stream().anyMatch(OTHERS::contains)) {
                list.failed(check, ExitCode.SECURITY, "others may read " + file + "; say: chmod 600 " + file);
            } else {
                list.well(check, file + " is readable by its owner only");
            }
        } catch (UnsupportedOperationException e) {
            list.skipped(check, "this file system has no rights that could be looked at");
        } catch (IOException e) {
            list.failed(check, ExitCode.CONFIGURATION, file + " cannot be read; see that it exists and is yours");
        }
    }

    private void home(Home home) {
        if (!Files.isDirectory(home.root())) {
            list.skipped("home", "there is none at " + home.root() + " yet; the first nightly makes it");
            return;
        }
        new HomeChecks(list).disks(home, watch.enoughDiskBytes());
    }

    /** A clock that went back would make new files look older than those that they replace. */
    private void clock(Home home) {
        Instant now = Clock.systemUTC().instant();
        Optional<Instant> last = StatusFile.read(home).map(StatusFile::written);
        if (last.filter(at -> at.isAfter(now.plus(CLOCK_TOLERANCE))).isPresent()) {
            list.failed(
                    "clock",
                    ExitCode.INTERNAL,
                    "it says " + Times.shown(now) + ", and the last run wrote at " + Times.shown(last.get())
                            + "; set the clock before the next run");
        } else {
            list.well("clock", Times.shown(now) + ", not before the last run");
        }
    }

    private void stores(Home home) {
        if (!Files.isDirectory(home.control())) {
            list.skipped("stores", "nothing ran here yet");
            return;
        }
        try (OpenStores stores = OpenStores.look(home, spec.qualifiedName())) {
            list.well("control store", stores.runs().latest(1).isEmpty() ? "open, no run yet" : "open");
            new HomeChecks(list).lastEnds(stores.runs(), Clock.systemUTC());
            books(stores);
            archive(stores);
            audit(stores.audit());
        } catch (HomeBusyException e) {
            list.skipped("stores", String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            list.failed("stores", Failures.exitCode(e), Failures.sentence(e));
        }
    }

    private void books(OpenStores stores) {
        List<ActiveLoad> active = stores.books().active();
        List<Path> damaged = stores.books().damaged();
        if (!damaged.isEmpty()) {
            list.failed(
                    "books",
                    ExitCode.INPUT_OUTPUT,
                    damaged.size() + (damaged.size() == 1 ? " file is" : " files are")
                            + " gone or not as it was written, the first is " + damaged.get(0)
                            + "; restore the home from the last backup: ./counterpart restore --help");
            return;
        }
        try (Connection connection = stores.books().connect();
                Statement statement = connection.createStatement()) {
            for (BookTable table : BookTable.values()) {
                statement.execute("select count(*) from " + table.sqlName());
            }
            list.well("books", active.size() + " loads count, and every file is as it was written");
        } catch (SQLException e) {
            list.failed(
                    "books",
                    ExitCode.INPUT_OUTPUT,
                    "a load that counts cannot be read; restore books/ from the backup");
        }
    }

    private void archive(OpenStores stores) {
        List<String> gone = stores.custody().find(new FileQuery(null, null, null, null, null, ALL)).stream()
                .map(past -> past.file().id())
                .filter(id -> !Files.exists(stores.home().landing().resolve(id.value())))
                .map(Object::toString)
                .toList();
        if (gone.isEmpty()) {
            list.well("archive", "the bytes of every file in custody are there");
        } else {
            list.failed(
                    "archive",
                    ExitCode.INPUT_OUTPUT,
                    gone.size() + " files lack their bytes, the first is " + gone.get(0)
                            + "; restore landing/ from the backup");
        }
    }

    private void audit(Audit audit) {
        List<Audit.Event> events = audit.find(null, null, ALL);
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i).id() != events.get(i - 1).id() + 1) {
                list.note(
                        "audit",
                        "no event has a number between " + events.get(i - 1).id() + " and "
                                + events.get(i).id() + "; a transaction was given up there, or events were removed");
                return;
            }
        }
        list.well("audit", String.format(Locale.ROOT, "%,d events without a gap", events.size()));
    }

    private void fonts() {
        try {
            int fonts = GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts().length;
            if (fonts > 0) {
                list.well("fonts", fonts + " fonts are visible to Java");
                return;
            }
        } catch (LinkageError | RuntimeException e) {
            // Said below: Java's font code fails in more than one way when it finds no font.
        }
        list.failed(
                "fonts",
                ExitCode.UNAVAILABLE,
                "Java sees no font, so no edition can be drawn; install libfontconfig and libfreetype, and start with"
                        + " ./counterpart, which shows it ours");
    }
}

package counterpart.operate;

import counterpart.partner.Configuration;
import counterpart.partner.Partner;
import counterpart.partner.Partnership;
import counterpart.partner.yaml.ConfigFault;
import counterpart.partner.yaml.ConfigurationReading;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks at the configuration without touching anything. */
@Command(
        name = "config",
        description = "Checks the configuration.",
        mixinStandardHelpOptions = true,
        subcommands = ConfigCommand.Check.class)
final class ConfigCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do with the configuration: config check");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Reads all of job-configs and tells every fault at once, with file, line, key and remedy.",
                "Opens no store and calls no partner."
            })
    static final class Check implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Mixin
        private final HomeOptions options = new HomeOptions();

        @Option(names = "--json", description = "Answer as JSON, in a shape that carries its version.")
        private boolean json;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            Path folder = options.configuration();
            return Configurations.read(folder)
                    .fold(complete -> tell(out, folder, complete.configuration()), faulty -> tell(out, folder, faulty));
        }

        private int tell(PrintWriter out, Path folder, ConfigurationReading.Faulty faulty) {
            List<ConfigFault> faults = faulty.faults();
            if (json) {
                out.println(json(folder, faults, List.of()));
                return ExitCode.CONFIGURATION.code();
            }
            faults.forEach(out::println);
            out.println(Configurations.count(faults) + " in " + folder + ".");
            return ExitCode.CONFIGURATION.code();
        }

        private static String json(Path folder, List<ConfigFault> faults, List<String> waivers) {
            return Json.text(
                    "configuration",
                    Json.object(
                            "folder", folder,
                            "faults", faults.stream().map(ConfigFault::toString).toList(),
                            "waivers", waivers));
        }

        private int tell(PrintWriter out, Path folder, Configuration configuration) {
            List<String> waivers = Waivers.lines(configuration, Clock.systemUTC());
            if (json) {
                out.println(json(folder, List.of(), waivers));
                return ExitCode.DONE.code();
            }
            Table partners = new Table("partner", "role", "server", "feeds");
            for (Partner partner : configuration.partnersInOrder()) {
                partners.row(
                        partner.id(),
                        partner.role(),
                        partner.connection().host() + ":" + partner.connection().port(),
                        String.join(
                                ", ",
                                partner.feedsInOrder().stream()
                                        .map(feed -> feed.name().value())
                                        .toList()));
            }
            Table partnerships = new Table("partnership", "left", "right", "measures", "recipients");
            for (Partnership partnership : configuration.partnershipsInOrder()) {
                partnerships.row(
                        partnership.id(),
                        partnership.left(),
                        partnership.right(),
                        partnership.targets().size(),
                        partnership.committee().recipients().size());
            }
            out.println(partners);
            out.println(partnerships);
            waivers.forEach(out::println);
            out.println("No fault in " + folder + ".");
            return ExitCode.DONE.code();
        }
    }
}

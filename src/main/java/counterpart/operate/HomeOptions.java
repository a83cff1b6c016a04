package counterpart.operate;

import counterpart.model.Home;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where an installation lives: options that every command shares. */
final class HomeOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "The installation's folder (default: $COUNTERPART_HOME, or .counterpart).",
            defaultValue = "${env:COUNTERPART_HOME:-.counterpart}")
    private Path home = Path.of(".counterpart");

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "The job-configs folder (default: job-configs in the home, else ./job-configs).")
    private @Nullable Path config;

    Home home() {
        return new Home(home);
    }

    /** The named folder, else the home's own, else the one where we stand. */
    Path configuration() {
        if (config != null) {
            return config;
        }
        Path own = home().jobConfigs();
        return own.toFile().isDirectory() ? own : Path.of("job-configs");
    }
}

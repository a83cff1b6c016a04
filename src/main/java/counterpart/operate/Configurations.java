package counterpart.operate;

import counterpart.measure.Measures;
import counterpart.partner.Configuration;
import counterpart.partner.yaml.ConfigFault;
import counterpart.partner.yaml.ConfigurationReader;
import counterpart.partner.yaml.ConfigurationReading;
import counterpart.partner.yaml.SecretBox;
import counterpart.validate.Rulebook;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the configuration once, at the start of a command. This is the only place that reads the environment. */
final class Configurations {
    private Configurations() {}

    static ConfigurationReading read(Path folder) {
        return read(folder, SecretBox.fromEnvironment(System.getenv()));
    }

    /** @throws CommandFailure with every fault, when there is one */
    static Configuration require(Path folder) {
        return require(folder, SecretBox.fromEnvironment(System.getenv()));
    }

    /**
     * @param box opens the encrypted values; the environment is not asked
     * @throws CommandFailure with every fault, when there is one
     */
    static Configuration require(Path folder, Optional<SecretBox> box) {
        return read(folder, box).fold(ConfigurationReading.Complete::configuration, faulty -> {
            throw new CommandFailure(
                    ExitCode.CONFIGURATION,
                    "the configuration in " + folder + " has " + count(faulty.faults()) + "; nothing was touched.\n"
                            + faulty.faults().stream()
                                    .map(ConfigFault::toString)
                                    .collect(Collectors.joining("\n"))
                            + "\nMend them and check with: ./counterpart config check --config " + folder);
        });
    }

    private static ConfigurationReading read(Path folder, Optional<SecretBox> box) {
        return new ConfigurationReader(Measures.names(), Rulebook.catalogue(), box).read(folder);
    }

    static String count(List<ConfigFault> faults) {
        return faults.size() == 1 ? "one fault" : faults.size() + " faults";
    }
}

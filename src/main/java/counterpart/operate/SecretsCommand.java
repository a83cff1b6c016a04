package counterpart.operate;

import counterpart.partner.yaml.SecretBox;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes keys and encrypts secrets for the configuration. */
@Command(
        name = "secrets",
        description = "Makes a key, encrypts a secret for the configuration.",
        mixinStandardHelpOptions = true,
        subcommands = {SecretsCommand.NewKey.class, SecretsCommand.Encrypt.class})
final class SecretsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: secrets new-key, or secrets encrypt");
    }

    @Command(
            name = "new-key",
            mixinStandardHelpOptions = true,
            description = {
                "Prints a random 256-bit key.",
                "Keep it outside the home, and hand it over as COUNTERPART_KEY or as a file in COUNTERPART_KEY_FILE."
            })
    static final class NewKey implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Override
        public Integer call() {
            spec.commandLine().getOut().println(SecretBox.newKey());
            return ExitCode.DONE.code();
        }
    }

    @Command(
            name = "encrypt",
            mixinStandardHelpOptions = true,
            description = {
                "Reads a secret from the terminal, or one line from standard input, and prints it as ENC(...).",
                "Needs the key in COUNTERPART_KEY or COUNTERPART_KEY_FILE. The secret is never an argument."
            })
    static final class Encrypt implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            Optional<SecretBox> box = SecretBox.fromEnvironment(System.getenv());
            if (box.isEmpty()) {
                throw new CommandFailure(
                        ExitCode.CONFIGURATION,
                        "there is no key to encrypt with. Make one with './counterpart secrets new-key' and set"
                                + " COUNTERPART_KEY, or put it into a file and set COUNTERPART_KEY_FILE.");
            }
            String secret = secret();
            if (secret == null || secret.isEmpty()) {
                throw new CommandFailure(ExitCode.USAGE, "no secret was given; type it, or pipe one line in.");
            }
            spec.commandLine().getOut().println(box.get().encrypt(secret));
            return ExitCode.DONE.code();
        }

        private static @Nullable String secret() throws IOException {
            Console console = System.console();
            if (console != null) {
                char[] typed = console.readPassword("Secret: ");
                return typed == null ? null : new String(typed);
            }
            return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        }
    }
}

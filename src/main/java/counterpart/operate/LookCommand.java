package counterpart.operate;

import counterpart.finding.OneLine;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that looks into the stores of a home that no run owns, and answers in text or JSON. */
abstract class LookCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Option(names = "--json", description = "Answer as JSON, in a shape that carries its version.")
    private boolean json;

    /** Looks and answers; anything that it opens beside the stores it closes. */
    abstract Answer look(OpenStores stores) throws SQLException;

    @Override
    public Integer call() throws SQLException {
        check();
        try (OpenStores stores = OpenStores.look(options.home(), spec.qualifiedName())) {
            Answer answer = look(stores);
            PrintWriter out = spec.commandLine().getOut();
            out.println(
                    json
                            ? Json.text(answer.kind(), answer.json())
                            : answer.text()
                                    .stripTrailing()
                                    .lines()
                                    .map(OneLine::of)
                                    .collect(Collectors.joining("\n")));
            return answer.exitCode().code();
        }
    }

    /** Refuses what does not fit together before anything is opened. */
    void check() {}

    HomeOptions options() {
        return options;
    }

    ParameterException misused(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}

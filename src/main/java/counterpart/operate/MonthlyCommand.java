package counterpart.operate;

import counterpart.model.PartnershipId;
import counterpart.partner.Configuration;
import counterpart.partner.Partnership;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A month's editions, as a scheduler starts them. */
@Command(
        name = "monthly",
        mixinStandardHelpOptions = true,
        description = {
            "Measures, draws, inspects and delivers the month's edition of every partnership.",
            "An issued edition is never changed; --revise issues the next revision when the books have changed."
        })
final class MonthlyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "The month to report on (default: the month before this one).")
    private YearMonth month = YearMonth.now(Clock.systemDefaultZone()).minusMonths(1);

    @Option(
            names = "--partnership",
            paramLabel = "NAME",
            description = "One partnership only (default: every one that is configured).")
    private @Nullable String partnership;

    @Option(names = "--revise", description = "Issue the next revision if the books have changed since the last.")
    private boolean revise;

    @Option(
            names = "--uncertain",
            paramLabel = "received|resend",
            description = "What a person found out of mails whose delivery is uncertain; needs --reason.")
    private UncertainDeliveries.@Nullable Word uncertain;

    @Option(names = "--reason", paramLabel = "TEXT", description = "How that person knows; kept in the audit trail.")
    private String reason = "";

    @Override
    public Integer call() {
        if ((uncertain != null) == reason.isBlank()) {
            throw new CommandFailure(ExitCode.USAGE, "--uncertain and --reason are said together, or neither is");
        }
        Configuration configuration = Configurations.require(options.configuration());
        List<Partnership> partnerships = chosen(configuration);
        Talk talk = new Talk(spec.commandLine().getOut());
        try (Installation installation =
                Installation.open(options.home(), configuration, Clock.systemDefaultZone(), "monthly")) {
            installation.listen(talk);
            return Closing.watched(installation, () -> report(installation, partnerships, talk));
        }
    }

    private int report(Installation installation, List<Partnership> partnerships, Talk talk) {
        List<Monthly.Result> results = new ArrayList<>();
        for (Partnership each : partnerships) {
            if (uncertain != null) {
                talk.say(new UncertainDeliveries(installation).settle(each.id(), month, uncertain, reason));
            }
            Monthly monthly = new Monthly(installation, talk);
            Monthly.Result result = monthly.run(each, month, revise);
            results.add(result);
            tell(talk, monthly, each, result);
        }
        ExitCode exitCode =
                ExitCode.worst(results.stream().map(Monthly.Result::exitCode).toList());
        return Closing.tell(
                installation,
                talk,
                exitCode,
                results.stream().map(Monthly.Result::sentence).collect(Collectors.joining("; ")));
    }

    private List<Partnership> chosen(Configuration configuration) {
        if (partnership == null) {
            return configuration.partnershipsInOrder();
        }
        Partnership one = configuration.partnerships().get(new PartnershipId(partnership));
        if (one == null) {
            throw new CommandFailure(
                    ExitCode.NO_INPUT,
                    "no partnership is called '" + partnership + "'. There is "
                            + configuration.partnershipsInOrder().stream()
                                    .map(p -> p.id().value())
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        return List.of(one);
    }

    static void tell(Talk talk, Monthly monthly, Partnership partnership, Monthly.Result result) {
        result.edition().ifPresent(edition -> {
            talk.say(monthly.measures(partnership, edition));
            talk.say(monthly.deliveries(edition));
            talk.say("Edition: " + edition.pdf());
            talk.say("Facts:   " + edition.facts());
        });
        talk.say(result.sentence() + ".");
    }
}

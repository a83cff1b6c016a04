package counterpart.operate;

import counterpart.model.FeedId;
import counterpart.partner.Configuration;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a part of a night again. */
@Command(
        name = "rerun",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a night again for one partner, one feed or one date. Finished work is not done twice.",
            "A month is run again with 'monthly --month'; what a rerun would do tells 'plan'."
        },
        footer = {"", "Example: ./counterpart rerun --partner lakeshore --feed medical"})
final class RerunCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Option(names = "--partner", paramLabel = "NAME", description = "Only files of this partner.")
    private @Nullable String partner;

    @Option(names = "--feed", paramLabel = "NAME", description = "Only files of this feed, for example medical.")
    private @Nullable String feed;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "The business date (default: today).")
    private @Nullable LocalDate date;

    @Override
    public Integer call() {
        Configuration configuration = Configurations.require(options.configuration());
        requireFeed(configuration);
        Clock clock = Clock.systemDefaultZone();
        Talk talk = new Talk(spec.commandLine().getOut());
        try (Installation installation = Installation.open(options.home(), configuration, clock, "rerun")) {
            installation.listen(talk);
            return Closing.watched(installation, () -> {
                LocalDate businessDate = date == null ? BusinessDates.today(installation, talk) : date;
                Nightly.Result result =
                        new Nightly(installation, talk, asked()).run(businessDate, Nightly.poll(installation));
                NightlyCommand.tell(talk, installation, result);
                return Closing.tell(installation, talk, result.exitCode(), result.summary());
            });
        }
    }

    private Predicate<FeedId> asked() {
        return id -> (partner == null || id.partner().value().equals(partner))
                && (feed == null || id.name().value().equals(feed));
    }

    private void requireFeed(Configuration configuration) {
        boolean known = configuration.partnersInOrder().stream()
                .flatMap(one -> one.feedsInOrder().stream().map(each -> new FeedId(one.id(), each.name())))
                .anyMatch(asked());
        if (!known) {
            throw new CommandFailure(
                    ExitCode.NO_INPUT,
                    "no feed is configured under that name; nothing was run. To see the feeds: ./counterpart config"
                            + " check");
        }
    }
}

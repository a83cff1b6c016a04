package counterpart.operate;

import counterpart.deliver.Delivery;
import counterpart.deliver.DeliveryLedger;
import counterpart.model.PartnershipId;
import counterpart.partner.Configuration;
import counterpart.report.Edition;
import counterpart.report.Editions;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Notes that people handed an edition over by hand. */
@Command(
        name = "mark-delivered",
        mixinStandardHelpOptions = true,
        description = {
            "Notes that a recipient has an edition that was handed over by hand, with the evidence for it.",
            "It is not sent to that recipient again."
        },
        footer = {
            "",
            "Example: ./counterpart mark-delivered --partnership cascadia-lakeshore --month 2026-10 \\",
            "           --recipient \"Cascadia committee secretary\" --evidence \"receipt 4711\" --reason \"server down\""
        })
final class MarkDeliveredCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Option(names = "--partnership", required = true, paramLabel = "NAME", description = "The edition's partnership.")
    private String partnership = "";

    @Option(names = "--month", required = true, paramLabel = "YYYY-MM", description = "The edition's month.")
    private YearMonth month = YearMonth.of(1970, 1);

    @Option(names = "--revision", paramLabel = "N", description = "The edition's revision (default: the latest).")
    private @Nullable Integer revision;

    @Option(names = "--recipient", required = true, paramLabel = "NAME", description = "Who has it now.")
    private String recipient = "";

    @Option(names = "--evidence", required = true, paramLabel = "TEXT", description = "What proves it.")
    private String evidence = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; the audit keeps it.")
    private String reason = "";

    @Option(names = "--dry-run", description = "Say what would be noted, and note nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Answer as JSON, in a shape that carries its version.")
    private boolean json;

    @Override
    public Integer call() {
        if (evidence.isBlank() || reason.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(), "say what proves it with --evidence, and why with --reason");
        }
        Configuration configuration = Configurations.require(options.configuration());
        OpenStores.requireHome(options.home());
        try (Installation installation =
                Installation.open(options.home(), configuration, Clock.systemDefaultZone(), spec.name())) {
            Saying saying = new Saying(spec.commandLine().getOut(), json);
            int exitCode = Closing.watched(installation, () -> {
                saying.say(mark(installation));
                return Closing.tell(installation, ExitCode.DONE, "delivered by hand to " + recipient);
            });
            return saying.end(Json.object("act", spec.name(), "recipient", recipient, "dryRun", dryRun), exitCode);
        }
    }

    private String mark(Installation installation) {
        Edition edition = edition(installation.get(Editions.class));
        DeliveryLedger ledger = installation.get(DeliveryLedger.class);
        List<Delivery> all = ledger.of(edition.partnership(), month, edition.revision()).stream()
                .filter(delivery -> delivery.order().recipient().name().equals(recipient))
                .toList();
        if (all.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.NO_INPUT,
                    "nothing of " + edition.fileName() + " was ever to go to '" + recipient
                            + "'; nothing was changed.");
        }
        List<Delivery> open =
                all.stream().filter(delivery -> !delivery.isSent()).toList();
        if (open.isEmpty()) {
            return recipient + " has all of " + edition.fileName() + " already; nothing was changed.";
        }
        if (dryRun) {
            return said(open) + files(open) + " of " + edition.fileName() + " would be marked as delivered to "
                    + recipient + ". Nothing was changed (--dry-run).";
        }
        new TransactionTemplate(installation.get(PlatformTransactionManager.class))
                .executeWithoutResult(status -> open.forEach(
                        delivery -> ledger.handedOver(delivery, Operator.name(), evidence + "; " + reason)));
        return said(open) + files(open) + " of " + edition.fileName() + (open.size() == 1 ? " is" : " are")
                + " marked as delivered to " + recipient
                + ". If others wait: ./counterpart deliver --retry --reason \"...\"";
    }

    private static String files(List<Delivery> open) {
        return open.size() == 1 ? "1 file" : open.size() + " files";
    }

    /** One line a file: how it was to go, and how far that got. */
    private static String said(List<Delivery> open) {
        return open.stream()
                .map(delivery -> delivery.order().fileName() + " by "
                        + delivery.order().channel() + " to "
                        + delivery.order().recipient().place() + " was "
                        + delivery.state().name().toLowerCase(Locale.ROOT)
                        + delivery.failureSentence().map(why -> ": " + why).orElse("")
                        + "\n")
                .collect(Collectors.joining());
    }

    private Edition edition(Editions editions) {
        PartnershipId id = new PartnershipId(partnership);
        Integer wanted = revision;
        return (wanted == null ? editions.latest(id, month) : editions.find(id, month, wanted))
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.NO_INPUT,
                        "no edition of " + partnership + " for " + month + (wanted == null ? "" : " revision " + wanted)
                                + " was issued; nothing was changed."));
    }
}

package counterpart.operate;

import counterpart.control.batch.LaunchResult;
import counterpart.deliver.Delivery;
import counterpart.deliver.DeliveryLedger;
import counterpart.deliver.DeliveryReceipt;
import counterpart.measure.Score;
import counterpart.measure.Scorecard;
import counterpart.measure.Scorecards;
import counterpart.partner.Partnership;
import counterpart.report.Edition;
import counterpart.report.Editions;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One month's edition for one partnership: measured, drawn, inspected and delivered; an issued one is never changed. */
final class Monthly {
    private final Installation installation;
    private final Talk talk;

    Monthly(Installation installation, Talk talk) {
        this.installation = installation;
        this.talk = talk;
    }

    /** What became of the edition. */
    record Result(ExitCode exitCode, String sentence, Optional<Edition> edition) {}

    /** @param revise whether to issue the next revision when the books have changed since the month's last edition */
    Result run(Partnership partnership, YearMonth month, boolean revise) {
        String hash = installation.books().activeHash(partnership.feeds());
        Optional<Edition> issued = installation.get(Editions.class).latest(partnership.id(), month);
        int revision = issued.map(Edition::revision).orElse(1);
        if (issued.isPresent() && !hash.equals(hashOf(partnership, month, revision))) {
            if (!revise) {
                return new Result(
                        ExitCode.NOTHING_TO_DO,
                        "revision " + revision + " of " + month + " was issued and the books have changed since;"
                                + " it stays as it is. To issue the next revision say: ./counterpart monthly --month "
                                + month + " --revise",
                        issued);
            }
            revision++;
        }
        return issue(partnership, month, revision, hash);
    }

    private Result issue(Partnership partnership, YearMonth month, int revision, String hash) {
        LaunchResult result = installation.launch(
                "review",
                Map.of(
                        "partnership", partnership.id().value(),
                        "month", month.toString(),
                        "revision", Integer.toString(revision),
                        "booksHash", hash));
        Optional<Edition> edition = installation.get(Editions.class).find(partnership.id(), month, revision);
        String name = "revision " + revision + " of " + month + " for " + partnership.id();
        return switch (result.outcome()) {
            case DONE -> new Result(ExitCode.DONE, name + " was issued and delivered", edition);
            case ALREADY_DONE ->
                new Result(ExitCode.NOTHING_TO_DO, name + " was issued before, and nothing has changed since", edition);
            case STOPPED ->
                new Result(ExitCode.STOPPED, name + " was stopped; the next run continues", Optional.empty());
            case FAILED -> {
                talk.say("FAILED " + name + ": " + result.failure());
                yield new Result(LaunchOutcomes.exitCode(result), name + " failed: " + result.failure(), edition);
            }
        };
    }

    private String hashOf(Partnership partnership, YearMonth month, int revision) {
        return installation
                .get(Scorecards.class)
                .find(partnership.id(), month, revision)
                .map(Scorecard::booksHash)
                .orElse("");
    }

    /** The measures of an issued edition. */
    Table measures(Partnership partnership, Edition edition) {
        Table table = new Table("measure", "month", "value", "target", "status", "signal");
        List<Score> scores = installation
                .get(Scorecards.class)
                .find(partnership.id(), edition.month(), edition.revision())
                .map(Scorecard::scores)
                .orElse(List.of());
        for (Score score : scores) {
            table.row(
                    score.definition().title(),
                    score.month(),
                    score.value() == null
                            ? "-"
                            : score.value()
                                    .setScale(score.definition().decimals(), java.math.RoundingMode.HALF_UP)
                                    .toPlainString(),
                    score.target().target().toPlainString(),
                    words(score.status()),
                    words(score.signal().kind()));
        }
        return table;
    }

    /** Where an edition was delivered. */
    Table deliveries(Edition edition) {
        Table table = new Table("recipient", "file", "state", "delivered to", "at");
        for (Delivery delivery :
                installation.get(DeliveryLedger.class).of(edition.partnership(), edition.month(), edition.revision())) {
            DeliveryReceipt receipt = delivery.receipt();
            table.row(
                    delivery.order().recipient().name(),
                    delivery.order().fileName(),
                    words(delivery.state()),
                    receipt == null ? "-" : receipt.remotePath(),
                    receipt == null ? "-" : Times.shown(receipt.deliveredAt()));
        }
        return table;
    }

    /** Where the editions lie, one row each, and how many of their recipients have them. */
    Table editions(List<Edition> editions) {
        Table table = new Table("partnership", "month", "revision", "delivered", "edition");
        for (Edition edition : editions) {
            List<Delivery> deliveries = installation
                    .get(DeliveryLedger.class)
                    .of(edition.partnership(), edition.month(), edition.revision());
            long delivered =
                    deliveries.stream().filter(one -> one.receipt() != null).count();
            table.row(
                    edition.partnership(),
                    edition.month(),
                    edition.revision(),
                    delivered + " of " + deliveries.size(),
                    edition.pdf());
        }
        return table;
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}

package counterpart.deliver.batch;

import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.control.batch.StepFailure;
import counterpart.control.batch.StepWork;
import counterpart.deliver.DeliveryReport;
import counterpart.deliver.DeliveryReport.Outcome;
import counterpart.deliver.EditionDelivery;
import counterpart.model.PartnershipId;
import counterpart.partner.Configuration;
import counterpart.partner.Partnership;
import counterpart.report.Edition;
import counterpart.report.Editions;
import java.io.IOException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;

/** Delivers the month's edition to its committee; fails when one recipient did not get it, after trying all. */
final class DeliverEdition implements StepWork {
    private final Editions editions;
    private final Configuration configuration;
    private final EditionDelivery delivery;

    DeliverEdition(Editions editions, Configuration configuration, EditionDelivery delivery) {
        this.editions = editions;
        this.configuration = configuration;
        this.delivery = delivery;
    }

    @Override
    public Counts run(JobKeys keys, Progress progress) throws IOException {
        PartnershipId id = new PartnershipId(keys.text("partnership"));
        YearMonth month = YearMonth.parse(keys.text("month"));
        int revision = Integer.parseInt(keys.text("revision"));
        Partnership partnership = configuration.partnerships().get(id);
        if (partnership == null) {
            throw new StepFailure(
                    "the partnership " + id + " is no longer configured, so its edition was sent to nobody;"
                            + " restore job-configs/partnerships/" + id + ".yaml, then run the same command again");
        }
        Edition edition = editions.find(id, month, revision)
                .orElseThrow(() -> new StepFailure("no edition of " + id + " " + month + " revision " + revision
                        + " was issued, so nothing was sent; run './counterpart monthly --month " + month
                        + " --partnership " + id + "'"));
        DeliveryReport report =
                delivery.deliver(edition, partnership, (done, total) -> progress.told("recipients", done, total));
        report.failure().ifPresent(sentence -> {
            throw new StepFailure(sentence, report.trouble().orElseThrow());
        });
        return counts(report);
    }

    private static Counts counts(DeliveryReport report) {
        Map<String, Long> out = new LinkedHashMap<>();
        out.put("delivered", report.count(Outcome.DELIVERED));
        out.put("deliveredBefore", report.count(Outcome.DELIVERED_BEFORE));
        out.put("failed", report.count(Outcome.FAILED) + report.count(Outcome.UNCERTAIN));
        return new Counts(report.lines().size(), out);
    }
}

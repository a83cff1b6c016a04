package counterpart.reconcile.batch;

import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.control.batch.StepWork;
import counterpart.model.Home;
import counterpart.partner.Configuration;
import counterpart.reconcile.book.LedgerBook;
import counterpart.reconcile.book.PharmacyBook;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Nets the prescriptions of both pharmacy ledgers with their reversals and matches them; every fill has one outcome. */
final class NetPrescriptions implements StepWork {
    private static final Logger LOG = LoggerFactory.getLogger(NetPrescriptions.class);

    private final PharmacyBook prescriptions;
    private final Home home;
    private final Configuration configuration;

    NetPrescriptions(PharmacyBook prescriptions, Home home, Configuration configuration) {
        this.prescriptions = prescriptions;
        this.home = home;
        this.configuration = configuration;
    }

    @Override
    public Counts run(JobKeys keys, Progress progress) {
        Reconciling job = Reconciling.of(keys, configuration);
        if (job.partnership().pharmacyLedger() == null) {
            return new Counts(0, Map.of());
        }
        LedgerBook.Outcomes outcomes = prescriptions.net(job.partnership(), job.asOf(), job.runId(), job.work(home));
        Map<String, Long> byOutcome = new LinkedHashMap<>();
        byOutcome.put("matched", outcomes.matched());
        byOutcome.put("only " + job.partnership().left(), outcomes.onlyLeft());
        byOutcome.put("only " + job.partnership().right(), outcomes.onlyRight());
        byOutcome.put("different", outcomes.different());
        byOutcome.put("duplicate", outcomes.duplicate());
        LOG.info(
                "step=netPrescriptions run={} fills={} outcomes={} timing={}",
                job.runId(),
                outcomes.all(),
                byOutcome,
                outcomes.timing());
        return new Counts(outcomes.all(), byOutcome);
    }
}

package counterpart.reconcile.batch;

import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.control.batch.StepWork;
import counterpart.model.Home;
import counterpart.partner.Configuration;
import counterpart.reconcile.book.LedgerBook;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings both ledgers to one row a claim family. */
final class AlignLedgers implements StepWork {
    private static final Logger LOG = LoggerFactory.getLogger(AlignLedgers.class);

    private final LedgerBook ledgers;
    private final Home home;
    private final Configuration configuration;

    AlignLedgers(LedgerBook ledgers, Home home, Configuration configuration) {
        this.ledgers = ledgers;
        this.home = home;
        this.configuration = configuration;
    }

    @Override
    public Counts run(JobKeys keys, Progress progress) {
        Reconciling job = Reconciling.of(keys, configuration);
        if (job.partnership().claimsLedger() == null) {
            return new Counts(0, Map.of());
        }
        LedgerBook.Aligned aligned = ledgers.align(job.partnership(), job.asOf(), job.work(home));
        LOG.info(
                "step=alignLedgers run={} versions={} repeated={}", job.runId(), aligned.counted(), aligned.repeated());
        return new Counts(
                aligned.counted() + aligned.repeated(),
                Map.of("counted", aligned.counted(), "repeated", aligned.repeated()));
    }
}

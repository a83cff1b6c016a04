package counterpart.reconcile.batch;

import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.control.batch.StepWork;
import counterpart.partner.Configuration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a step's work unless the last reconciliation still holds. */
final class UnlessStanding implements StepWork {
    private static final Logger LOG = LoggerFactory.getLogger(UnlessStanding.class);

    private final Basis basis;
    private final Configuration configuration;
    private final StepWork work;

    UnlessStanding(Basis basis, Configuration configuration, StepWork work) {
        this.basis = basis;
        this.configuration = configuration;
        this.work = work;
    }

    @Override
    public Counts run(JobKeys keys, Progress progress) throws Exception {
        Reconciling job = Reconciling.of(keys, configuration);
        if (basis.standing(job).isPresent()) {
            LOG.info("run={} unchanged=true", job.runId());
            return new Counts(0, Map.of());
        }
        return work.run(keys, progress);
    }
}

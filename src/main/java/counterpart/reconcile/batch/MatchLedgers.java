package counterpart.reconcile.batch;

import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.control.batch.StepWork;
import counterpart.model.Home;
import counterpart.partner.Configuration;
import counterpart.reconcile.book.LedgerBook;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Matches the aligned ledgers; every claim family has one outcome. */
final class MatchLedgers implements StepWork {
    private static final Logger LOG = LoggerFactory.getLogger(MatchLedgers.class);

    private final LedgerBook ledgers;
    private final Home home;
    private final Configuration configuration;

    MatchLedgers(LedgerBook ledgers, Home home, Configuration configuration) {
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
        LedgerBook.Outcomes outcomes = ledgers.match(job.partnership(), job.asOf(), job.work(home));
        Map<String, Long> byOutcome = new LinkedHashMap<>();
        byOutcome.put("matched", outcomes.matched());
        byOutcome.put("only " + job.partnership().left(), outcomes.onlyLeft());
        byOutcome.put("only " + job.partnership().right(), outcomes.onlyRight());
        byOutcome.put("different", outcomes.different());
        byOutcome.put("duplicate", outcomes.duplicate());
        LOG.info(
                "step=matchLedgers run={} families={} outcomes={} timing={}",
                job.runId(),
                outcomes.all(),
                byOutcome,
                outcomes.timing());
        return new Counts(outcomes.all(), byOutcome);
    }
}

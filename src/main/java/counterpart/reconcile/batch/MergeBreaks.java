package counterpart.reconcile.batch;

import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.control.batch.StepWork;
import counterpart.model.Home;
import counterpart.partner.Configuration;
import counterpart.partner.Partnership;
import counterpart.receive.Custody;
import counterpart.reconcile.BreakIds;
import counterpart.reconcile.BreakLedger;
import counterpart.reconcile.ControlTotalsCheck;
import counterpart.reconcile.Difference;
import counterpart.reconcile.ReconciledBooks;
import counterpart.reconcile.book.BreakBook;
import counterpart.reconcile.book.LedgerBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries the break ledger on: today's differences of claims and of files' totals meet the breaks known before. */
final class MergeBreaks implements StepWork {
    private static final Logger LOG = LoggerFactory.getLogger(MergeBreaks.class);

    private final LedgerBook ledgers;
    private final BreakBook breaks;
    private final Custody custody;
    private final Home home;
    private final Configuration configuration;

    MergeBreaks(LedgerBook ledgers, BreakBook breaks, Custody custody, Home home, Configuration configuration) {
        this.ledgers = ledgers;
        this.breaks = breaks;
        this.custody = custody;
        this.home = home;
        this.configuration = configuration;
    }

    @Override
    public Counts run(JobKeys keys, Progress progress) {
        Reconciling job = Reconciling.of(keys, configuration);
        Optional<ReconciledBooks> done = breaks.latest(job.partnership().id())
                .filter(reconciled -> reconciled.runId().equals(job.runId()));
        ReconciledBooks reconciled = done.orElseGet(() -> merge(job));
        LOG.info(
                "step=mergeBreaks run={} opened={} closed={} reopened={} open={}",
                job.runId(),
                reconciled.breaksOpened(),
                reconciled.breaksClosed(),
                reconciled.breaksReopened(),
                reconciled.openByCategory());
        return counts(reconciled);
    }

    private ReconciledBooks merge(Reconciling job) {
        Partnership partnership = job.partnership();
        boolean claims = partnership.claimsLedger() != null;
        List<Difference> today =
                new ArrayList<>(claims ? ledgers.differences(partnership, job.asOf(), job.work(home)) : List.of());
        today.addAll(ControlTotalsCheck.differences(
                new CustodyTotals(custody, configuration, ledgers.loadedRows(partnership)).of(partnership.feeds())));
        BreakLedger ledger = BreakLedger.merge(
                breaks.breaks(partnership.id()), today, new BreakIds(partnership.breakKey()), job.asOf());
        LedgerBook.Outcomes outcomes =
                claims ? ledgers.outcomes(partnership, job.asOf(), job.work(home)) : LedgerBook.Outcomes.NONE;
        ReconciledBooks reconciled = new ReconciledBooks(
                partnership.id(),
                job.asOf(),
                job.runId(),
                outcomes.all(),
                outcomes.matched(),
                outcomes.onlyLeft(),
                outcomes.onlyRight(),
                outcomes.different(),
                outcomes.duplicate(),
                outcomes.timing(),
                ledger.opened(),
                ledger.closed(),
                ledger.reopened(),
                ledger.openByCategory());
        breaks.keep(reconciled, ledger.breaks());
        return reconciled;
    }

    private static Counts counts(ReconciledBooks reconciled) {
        long open = reconciled.openByCategory().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        Map<String, Long> out = new LinkedHashMap<>();
        out.put("opened", reconciled.breaksOpened());
        out.put("reopened", reconciled.breaksReopened());
        out.put("continuing", open - reconciled.breaksOpened() - reconciled.breaksReopened());
        return new Counts(open, out);
    }
}

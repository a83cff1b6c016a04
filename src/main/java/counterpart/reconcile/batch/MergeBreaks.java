package counterpart.reconcile.batch;

import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.control.batch.StepWork;
import counterpart.model.Home;
import counterpart.partner.Configuration;
import counterpart.partner.Partnership;
import counterpart.receive.Custody;
import counterpart.reconcile.Break;
import counterpart.reconcile.BreakIds;
import counterpart.reconcile.BreakLedger;
import counterpart.reconcile.ControlTotalsCheck;
import counterpart.reconcile.Difference;
import counterpart.reconcile.FileTotals;
import counterpart.reconcile.PaidAfterTerm;
import counterpart.reconcile.ReconciledBooks;
import counterpart.reconcile.ReconciliationSummary;
import counterpart.reconcile.book.BreakBook;
import counterpart.reconcile.book.LedgerBook;
import counterpart.reconcile.book.MembershipBook;
import counterpart.reconcile.book.PharmacyBook;
import counterpart.reconcile.book.RosterBook;
import java.nio.file.Path;
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
    private final RosterBook rosters;
    private final MembershipBook members;
    private final PharmacyBook prescriptions;
    private final BreakBook breaks;
    private final Basis basis;
    private final Custody custody;
    private final Home home;
    private final Configuration configuration;

    MergeBreaks(
            LedgerBook ledgers,
            RosterBook rosters,
            MembershipBook members,
            PharmacyBook prescriptions,
            BreakBook breaks,
            Basis basis,
            Custody custody,
            Home home,
            Configuration configuration) {
        this.ledgers = ledgers;
        this.rosters = rosters;
        this.members = members;
        this.prescriptions = prescriptions;
        this.breaks = breaks;
        this.basis = basis;
        this.custody = custody;
        this.home = home;
        this.configuration = configuration;
    }

    @Override
    public Counts run(JobKeys keys, Progress progress) {
        Reconciling job = Reconciling.of(keys, configuration);
        Optional<ReconciledBooks> standing = basis.standing(job);
        if (standing.isPresent() && !standing.get().runId().equals(job.runId())) {
            LOG.info(
                    "step=mergeBreaks run={} unchanged since={}",
                    job.runId(),
                    standing.get().asOf());
            return new Counts(
                    standing.get().open(), Map.of("continuing", standing.get().open()));
        }
        ReconciledBooks reconciled = standing.orElseGet(() -> merge(job));
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
        Path work = job.work(home);
        List<FileTotals> files = new CustodyTotals(custody, configuration, ledgers.loadedRows(partnership))
                .of(configuration.feedsOf(partnership));
        List<Difference> ofTotals = ControlTotalsCheck.differences(files);
        List<Difference> today = new ArrayList<>(claims ? ledgers.differences(partnership, work) : List.of());
        if (partnership.pharmacyLedger() != null) {
            today.addAll(prescriptions.differences(partnership, work));
        }
        today.addAll(rosters.differences(partnership, work));
        today.addAll(members.differences(partnership, work));
        today.addAll(ofTotals);
        BreakLedger ledger = BreakLedger.merge(
                breaks.breaks(partnership.id()), today, new BreakIds(partnership.breakKey()), job.asOf());
        LedgerBook.Outcomes ofClaims =
                claims ? ledgers.outcomes(partnership, job.asOf(), work) : LedgerBook.Outcomes.NONE;
        LedgerBook.Outcomes ofScripts = partnership.pharmacyLedger() == null
                ? LedgerBook.Outcomes.NONE
                : prescriptions.outcomes(partnership, job.asOf(), work);
        LedgerBook.Outcomes outcomes = ofClaims.plus(ofScripts);
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
                ledger.openByCategory(),
                summaries(partnership, ledger.breaks(), ofClaims, ofScripts, work, files, ofTotals),
                members.terminations(partnership, work),
                members.roll(partnership, job.asOf()),
                basis.digest(job),
                basis.holdsUntil(job, outcomes.holdUntil()));
        breaks.keep(reconciled, ledger.breaks());
        return reconciled;
    }

    private List<ReconciliationSummary> summaries(
            Partnership partnership,
            List<Break> ledger,
            LedgerBook.Outcomes claims,
            LedgerBook.Outcomes scripts,
            Path work,
            List<FileTotals> files,
            List<Difference> ofTotals) {
        int deliveries = ControlTotalsCheck.judged(files).size();
        long unbalanced =
                ofTotals.stream().map(Difference::entityKey).distinct().count();
        RosterBook.Outcomes roster = rosters.outcomes(partnership, work);
        PaidAfterTerm paid = members.terminations(partnership, work);
        List<ReconciliationSummary> summaries = new ArrayList<>();
        summaries.add(ReconciliationSummary.of(Difference.CONTROL_TOTALS, deliveries, deliveries - unbalanced, ledger));
        if (partnership.roster() != null) {
            summaries.add(ReconciliationSummary.of(Difference.ROSTER, roster.all(), roster.matched(), ledger));
        }
        summaries.add(ReconciliationSummary.of(
                Difference.RETROACTIVE_TERMINATION,
                paid.terminations(),
                paid.terminations() - paid.withClaims(),
                ledger));
        if (partnership.claimsLedger() != null) {
            summaries.add(ReconciliationSummary.of(Difference.CLAIMS_LEDGER, claims.all(), claims.matched(), ledger));
        }
        if (partnership.pharmacyLedger() != null) {
            summaries.add(
                    ReconciliationSummary.of(Difference.PHARMACY_LEDGER, scripts.all(), scripts.matched(), ledger));
        }
        return summaries;
    }

    private static Counts counts(ReconciledBooks reconciled) {
        long open = reconciled.open();
        Map<String, Long> out = new LinkedHashMap<>();
        out.put("opened", reconciled.breaksOpened());
        out.put("reopened", reconciled.breaksReopened());
        out.put("continuing", open - reconciled.breaksOpened() - reconciled.breaksReopened());
        return new Counts(open, out);
    }
}

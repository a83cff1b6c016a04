package counterpart.reconcile.batch;

import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.control.batch.StepWork;
import counterpart.model.Home;
import counterpart.partner.Configuration;
import counterpart.reconcile.MemberRoll;
import counterpart.reconcile.PaidAfterTerm;
import counterpart.reconcile.book.MembershipBook;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the members from one state of the books to the next: who was ended in hindsight, and whether every month's
 * members come from the month before by movements that can be counted. They must, to the member; if not, this program is
 * wrong and the step fails.
 */
final class FollowMembers implements StepWork {
    private static final Logger LOG = LoggerFactory.getLogger(FollowMembers.class);

    private final MembershipBook members;
    private final Home home;
    private final Configuration configuration;

    FollowMembers(MembershipBook members, Home home, Configuration configuration) {
        this.members = members;
        this.home = home;
        this.configuration = configuration;
    }

    @Override
    public Counts run(JobKeys keys, Progress progress) {
        Reconciling job = Reconciling.of(keys, configuration);
        for (MemberRoll month : members.roll(job.partnership(), job.asOf())) {
            requireBalance(job, month);
        }
        PaidAfterTerm paid = members.findTerminations(job.partnership(), job.asOf(), job.work(home));
        LOG.info(
                "step=followMembers run={} retroactive={} withClaims={} paidCents={}",
                job.runId(),
                paid.terminations(),
                paid.withClaims(),
                paid.paidCents());
        return new Counts(
                paid.terminations(),
                Map.of("with claims", paid.withClaims(), "without claims", paid.terminations() - paid.withClaims()));
    }

    static void requireBalance(Reconciling job, MemberRoll month) {
        if (month.unexplained() != 0) {
            throw new IllegalStateException("the members of " + month.month() + " of "
                    + job.partnership().id() + " do not follow from the month before: " + month
                    + ". No break was published. This is a fault of the program; keep the home and report it");
        }
    }
}

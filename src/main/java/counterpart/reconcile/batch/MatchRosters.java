package counterpart.reconcile.batch;

import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.control.batch.StepWork;
import counterpart.model.Home;
import counterpart.partner.Configuration;
import counterpart.reconcile.book.RosterBook;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Matches the members of both rosters; everybody covered has one outcome. */
final class MatchRosters implements StepWork {
    private static final Logger LOG = LoggerFactory.getLogger(MatchRosters.class);

    private final RosterBook rosters;
    private final Home home;
    private final Configuration configuration;

    MatchRosters(RosterBook rosters, Home home, Configuration configuration) {
        this.rosters = rosters;
        this.home = home;
        this.configuration = configuration;
    }

    @Override
    public Counts run(JobKeys keys, Progress progress) {
        Reconciling job = Reconciling.of(keys, configuration);
        RosterBook.Outcomes outcomes = rosters.match(job.partnership(), job.asOf(), job.work(home));
        Map<String, Long> byOutcome = new LinkedHashMap<>();
        byOutcome.put("matched", outcomes.matched());
        byOutcome.put("only " + job.partnership().left(), outcomes.onlyLeft());
        byOutcome.put("only " + job.partnership().right(), outcomes.onlyRight());
        byOutcome.put("different", outcomes.different());
        byOutcome.put("unclear", outcomes.unclear());
        LOG.info("step=matchRosters run={} members={} outcomes={}", job.runId(), outcomes.all(), byOutcome);
        return new Counts(outcomes.all(), byOutcome);
    }
}

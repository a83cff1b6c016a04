package counterpart.measure.batch;

import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.control.batch.StepWork;
import counterpart.measure.Score;
import counterpart.measure.Scorecard;
import counterpart.measure.book.BookScorecards;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Computes and keeps the scorecard of a partnership's month. */
final class ComputeMeasures implements StepWork {
    private static final Logger LOG = LoggerFactory.getLogger(ComputeMeasures.class);

    private final BookScorecards scorecards;
    private final Clock clock;

    ComputeMeasures(BookScorecards scorecards, Clock clock) {
        this.scorecards = scorecards;
        this.clock = clock;
    }

    @Override
    public Counts run(JobKeys keys, Progress progress) {
        Scorecard scorecard = scorecards.compute(
                Keys.partnershipId(keys),
                Keys.month(keys),
                Keys.revision(keys),
                keys.text("booksHash"),
                LocalDate.now(clock));
        Map<String, Long> byStatus = new TreeMap<>();
        for (Score score : scorecard.scores()) {
            byStatus.merge(score.status().name().toLowerCase(Locale.ROOT).replace('_', ' '), 1L, Long::sum);
        }
        LOG.info(
                "step=computeMeasures partnership={} month={} revision={} asOf={} statuses={}",
                scorecard.partnership(),
                scorecard.month(),
                scorecard.revision(),
                scorecard.asOf(),
                byStatus);
        return new Counts(scorecard.scores().size(), byStatus);
    }
}

package counterpart.measure.batch;

import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.control.batch.StepWork;
import counterpart.measure.book.ExchangeTable;
import counterpart.model.FeedId;
import counterpart.partner.Configuration;
import counterpart.partner.Partnership;
import counterpart.receive.ExchangeFacts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies the facts about the partnership's files, of as many months as a scorecard shows, into the books. */
final class CopyExchangeFacts implements StepWork {
    private static final Logger LOG = LoggerFactory.getLogger(CopyExchangeFacts.class);
    private static final int MONTHS = 36;

    private final ExchangeFacts facts;
    private final ExchangeTable table;
    private final Configuration configuration;

    CopyExchangeFacts(ExchangeFacts facts, ExchangeTable table, Configuration configuration) {
        this.facts = facts;
        this.table = table;
        this.configuration = configuration;
    }

    @Override
    public Counts run(JobKeys keys, Progress progress) {
        Partnership partnership = Keys.partnership(keys, configuration);
        YearMonth month = Keys.month(keys);
        Set<FeedId> feeds = Set.copyOf(configuration.feedsOf(partnership));
        LocalDate first = month.minusMonths(MONTHS - 1L).atDay(1);
        List<ExchangeFacts.Fact> all = facts.between(first, month.atEndOfMonth());
        List<ExchangeFacts.Fact> ours =
                all.stream().filter(fact -> feeds.contains(fact.feed())).toList();
        Set<String> names = feeds.stream().map(FeedId::toString).collect(Collectors.toCollection(TreeSet::new));
        table.replace(names, first, month.atEndOfMonth(), ours);
        LOG.info("step=copyExchangeFacts partnership={} month={} facts={}", partnership.id(), month, ours.size());
        return new Counts(
                all.size(), Map.of("copied", (long) ours.size(), "of other feeds", (long) (all.size() - ours.size())));
    }
}

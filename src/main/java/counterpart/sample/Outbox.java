package counterpart.sample;

import counterpart.sample.PlannedFile.Feed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files that are being written, each opened when its first row comes. */
final class Outbox implements AutoCloseable {
    private final Scenario scenario;
    private final Path servers;
    private final FilePlan plan;
    private final Map<PlannedFile, FeedWriter> writers = new LinkedHashMap<>();
    private final FeedWriter[][] byDay;

    Outbox(Scenario scenario, Path servers, FilePlan plan) {
        this.scenario = scenario;
        this.servers = servers;
        this.plan = plan;
        int days = (int) (scenario.monday(scenario.weeks()) - scenario.start().toEpochDay());
        this.byDay = new FeedWriter[Feed.values().length][days];
    }

    /** The file that holds a day of adjudication; remembered for each day, since every row asks. */
    FeedWriter holding(Feed feed, int day) throws IOException {
        FeedWriter[] days = byDay[feed.ordinal()];
        int index = day - (int) scenario.start().toEpochDay();
        FeedWriter known = days[index];
        if (known == null) {
            known = of(plan.holding(feed, day));
            days[index] = known;
        }
        return known;
    }

    FeedWriter of(PlannedFile file) throws IOException {
        FeedWriter writer = writers.get(file);
        if (writer == null) {
            String heading = switch (file.feed()) {
                case LEDGER -> LedgerRows.HEADING;
                case ROSTER -> RosterRows.HEADING;
                default -> file.header();
            };
            writer = new FeedWriter(servers.resolve(file.feed().partner()), file, heading);
            writers.put(file, writer);
        }
        return writer;
    }

    FeedWriter fresh(int week, Feed feed) throws IOException {
        return of(plan.fresh(week, feed));
    }

    /** The last day that any file of a feed covers. */
    long lastDay(Feed feed) {
        return plan.fresh(scenario.freshWeeks() - 1, feed).to().toEpochDay();
    }

    /** The writers by file, in the order in which they were opened. */
    Map<PlannedFile, FeedWriter> writers() {
        return writers;
    }

    @Override
    public void close() throws IOException {
        for (FeedWriter writer : writers.values()) {
            writer.close();
        }
    }
}

package counterpart.operate;

import counterpart.control.RunLog;
import counterpart.control.batch.JobHistory;
import counterpart.control.batch.JobHistory.JobRun;
import counterpart.control.batch.JobHistory.StepRun;
import counterpart.deliver.Delivery;
import counterpart.deliver.DeliveryLedger;
import counterpart.model.FeedId;
import counterpart.model.PartnershipId;
import counterpart.partner.DueTime;
import counterpart.partner.Feed;
import counterpart.partner.Partner;
import counterpart.partner.Partnership;
import counterpart.receive.Custody.PastFile;
import counterpart.receive.DueDates;
import counterpart.receive.ExchangeFacts;
import counterpart.receive.FileState;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Settlement;
import counterpart.reconcile.Reconciliations;
import counterpart.watch.AlertKind;
import counterpart.watch.Attention;
import counterpart.watch.Standing;
import counterpart.watch.Standing.EditionStanding;
import counterpart.watch.Standing.FeedStanding;
import counterpart.watch.Standing.Rows;
import counterpart.watch.Standing.StepTime;
import counterpart.watch.Standing.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks once over both stores, when a run has ended, and says how things stand. */
final class Standings {
    private static final int DAYS_BACK = 35;
    private static final int DAYS_AHEAD = 40;
    private static final Set<String> READING = Set.of("nightly", "rerun", "catch-up", "demo");

    private final Installation installation;
    private final Needs needs;
    private final LocalDate today;

    Standings(Installation installation, Needs needs) {
        this.installation = installation;
        this.needs = needs;
        this.today = LocalDate.now(installation.clock());
    }

    /**
     * @param run the run that has ended
     * @param due what is due next, as sentences
     * @param nights days of the week on which a night is to be run
     * @param enoughBytes room on the disk below which a person is told
     */
    Standing of(RunLog.Run run, List<String> due, Set<DayOfWeek> nights, long enoughBytes) {
        List<JobRun> jobs = new JobHistory(installation.get(JdbcClient.class)).ofRun(run.id());
        List<EditionStanding> editions = editions();
        Map<String, Long> deliveries = new TreeMap<>();
        editions.forEach(edition -> edition.deliveries().forEach((state, n) -> deliveries.merge(state, n, Long::sum)));
        Map<String, Long> files = new TreeMap<>();
        needs.latestFiles()
                .forEach(past -> files.merge(NightTables.word(past.file().state()), 1L, Long::sum));
        long free = diskFree();
        return new Standing(
                run(run, businessDate(jobs)),
                installation.get(RunLog.class).lastOfEachCommand().stream()
                        .map(last -> run(last, null))
                        .toList(),
                lastSuccess(),
                jobs.stream().map(this::work).toList(),
                night(run, jobs).stream().map(this::work).toList(),
                files,
                attention(run, jobs, nights, free, enoughBytes),
                due,
                feeds(),
                editions,
                breaks(),
                deliveries,
                free);
    }

    private List<Attention> attention(
            RunLog.Run run, List<JobRun> jobs, Set<DayOfWeek> nights, long free, long enoughBytes) {
        List<Attention> all = new ArrayList<>(needs.runs(run, jobs));
        all.addAll(needs.servers());
        all.addAll(needs.standing());
        all.addAll(needs.missedNights(nights));
        if (free < enoughBytes) {
            all.add(new Attention(
                    AlertKind.DISK_LOW,
                    "disk of the home",
                    String.format(
                            Locale.ROOT,
                            "%,d MB are free at %s, fewer than %,d MB",
                            free >> 20,
                            installation.home().root(),
                            enoughBytes >> 20),
                    "./counterpart doctor"));
        }
        return all;
    }

    /** A run as the log has it; one that is at work ends as it began. */
    static Standing.Run run(RunLog.Run run, @Nullable LocalDate date) {
        Instant ended = run.ended();
        Integer code = run.exitCode();
        return new Standing.Run(
                run.id(),
                run.command(),
                date,
                run.started(),
                ended == null ? run.started() : ended,
                run.outcome(),
                code == null ? ExitCode.INTERNAL.code() : code,
                run.summary());
    }

    /** That of the last job that has one; a run that catches up has several. */
    private static @Nullable LocalDate businessDate(List<JobRun> jobs) {
        LocalDate date = null;
        for (JobRun job : jobs) {
            String text = job.keys().getOrDefault("businessDate", job.keys().get("asOf"));
            date = text == null ? date : LocalDate.parse(text);
        }
        return date;
    }

    private Map<String, Instant> lastSuccess() {
        Map<String, Instant> at = new TreeMap<>();
        installation
                .get(JdbcClient.class)
                .sql("select command, max(ended) from run where exit_code < :failed group by command")
                .param("failed", ExitCode.USAGE.code())
                .query(row -> {
                    OffsetDateTime ended = row.getObject(2, OffsetDateTime.class);
                    if (ended != null) {
                        at.put(row.getString(1), ended.toInstant());
                    }
                });
        return at;
    }

    /** The jobs of the last run that was to read files; of this one when it was. */
    private List<JobRun> night(RunLog.Run run, List<JobRun> jobs) {
        return READING.contains(run.command())
                ? jobs
                : installation.get(RunLog.class).lastOfEachCommand().stream()
                        .filter(last -> READING.contains(last.command()))
                        .max(Comparator.comparing(RunLog.Run::id))
                        .map(last -> new JobHistory(installation.get(JdbcClient.class)).ofRun(last.id()))
                        .orElse(List.of());
    }

    private Work work(JobRun job) {
        Rows read = job.steps().stream()
                .filter(step -> job.job().equals("intake") && step.step().equals("settleFile"))
                .map(StepRun::counts)
                .filter(counts -> !counts.isEmpty())
                .map(counts -> new Rows(
                        counts.getOrDefault("in", 0L),
                        counts.getOrDefault("accepted", 0L),
                        counts.getOrDefault("rejected", 0L)))
                .findFirst()
                .orElse(null);
        return new Work(
                job.job(),
                job.keys(),
                job.status().toLowerCase(Locale.ROOT),
                job.steps().stream()
                        .map(step -> new StepTime(step.step(), step.took().orElse(Duration.ZERO)))
                        .toList(),
                feed(job),
                read,
                read == null ? Map.of() : findings(job),
                job.failure().orElse(""),
                isUnchanged(job));
    }

    /** Such a reconciliation counts the breaks that go on, and neither opened nor closed ones. */
    private static boolean isUnchanged(JobRun job) {
        return job.job().equals("reconcile")
                && job.steps().stream()
                        .filter(step -> step.step().equals("mergeBreaks"))
                        .map(StepRun::counts)
                        .anyMatch(counts -> !counts.isEmpty() && !counts.containsKey("opened"));
    }

    private @Nullable FeedId feed(JobRun job) {
        String feed = job.keys().get("feed");
        return feed != null
                ? FeedId.of(feed)
                : file(job).map(past -> past.file().feed()).orElse(null);
    }

    private Map<String, Long> findings(JobRun job) {
        return file(job)
                .flatMap(PastFile::settlement)
                .map(Settlement::findingsByCode)
                .orElse(Map.of());
    }

    private Optional<PastFile> file(JobRun job) {
        String id = job.keys().getOrDefault("fileId", "");
        return needs.latestFiles().stream()
                .filter(past -> past.file().id().value().equals(id))
                .findFirst();
    }

    private List<FeedStanding> feeds() {
        List<ExchangeFacts.Fact> facts =
                installation.get(ExchangeFacts.class).between(today.minusDays(DAYS_BACK), today);
        List<FeedStanding> feeds = new ArrayList<>();
        for (Partner partner : installation.configuration().partnersInOrder()) {
            for (Feed feed : partner.feedsInOrder()) {
                FeedId id = new FeedId(partner.id(), feed.name());
                ReceivedFile last = newest(id, Set.of(FileState.values()));
                ReceivedFile loaded = newest(id, Set.of(FileState.LOADED, FileState.SUPERSEDED));
                feeds.add(new FeedStanding(
                        id,
                        last == null ? null : last.id().value(),
                        last == null ? "" : NightTables.word(last.state()),
                        last == null ? null : last.arrivedAt(),
                        loaded == null ? null : loaded.arrivedAt(),
                        needs.latestFiles().stream()
                                .filter(past -> past.file().feed().equals(id)
                                        && past.file().state() == FileState.HELD)
                                .count(),
                        overdue(facts, id, FileState.LATE),
                        overdue(facts, id, FileState.MISSING),
                        dueNext(partner, feed)));
            }
        }
        return feeds;
    }

    private @Nullable ReceivedFile newest(FeedId feed, Set<FileState> states) {
        return needs.latestFiles().stream()
                .map(PastFile::file)
                .filter(file -> file.feed().equals(feed) && states.contains(file.state()))
                .findFirst()
                .orElse(null);
    }

    private static long overdue(List<ExchangeFacts.Fact> facts, FeedId feed, FileState outcome) {
        return facts.stream()
                .filter(fact -> fact.feed().equals(feed) && fact.isOwed() && fact.outcome() == outcome)
                .count();
    }

    private @Nullable Instant dueNext(Partner partner, Feed feed) {
        DueTime due = feed.due();
        return due == null
                ? null
                : DueDates.between(partner, due, today, today.plusDays(DAYS_AHEAD)).stream()
                        .map(DueDates.Due::dueAt)
                        .filter(at -> at.isAfter(installation.clock().instant()))
                        .findFirst()
                        .orElse(null);
    }

    private List<EditionStanding> editions() {
        record Issued(String partnership, String month, int revision) {}
        List<Issued> newestFirst = installation
                .get(JdbcClient.class)
                .sql("select partnership, report_month, revision from edition"
                        + " order by partnership, report_month desc, revision desc")
                .query((row, n) -> new Issued(row.getString(1), row.getString(2), row.getInt(3)))
                .list();
        Set<String> seen = new HashSet<>();
        return newestFirst.stream()
                .filter(issued -> seen.add(issued.partnership()))
                .map(issued -> edition(
                        new PartnershipId(issued.partnership()), YearMonth.parse(issued.month()), issued.revision()))
                .toList();
    }

    private EditionStanding edition(PartnershipId partnership, YearMonth month, int revision) {
        Map<String, Long> deliveries = new TreeMap<>();
        for (Delivery delivery : installation.get(DeliveryLedger.class).of(partnership, month, revision)) {
            deliveries.merge(delivery.state().name().toLowerCase(Locale.ROOT), 1L, Long::sum);
        }
        return new EditionStanding(partnership, month, revision, deliveries);
    }

    private Map<PartnershipId, Map<String, Long>> breaks() {
        Map<PartnershipId, Map<String, Long>> breaks = new TreeMap<>();
        for (Partnership partnership : installation.configuration().partnershipsInOrder()) {
            installation
                    .get(Reconciliations.class)
                    .latest(partnership.id())
                    .ifPresent(books -> breaks.put(partnership.id(), books.openByCategory()));
        }
        return breaks;
    }

    private long diskFree() {
        try {
            return Files.getFileStore(installation.home().root()).getUsableSpace();
        } catch (IOException e) {
            return 0; // a disk that cannot be asked is told like a full one
        }
    }
}

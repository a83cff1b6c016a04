package counterpart.operate;

import counterpart.control.batch.JobHistory;
import counterpart.control.batch.LaunchResult;
import counterpart.finding.Finding;
import counterpart.finding.Severity;
import counterpart.model.FeedId;
import counterpart.partner.Feed;
import counterpart.partner.Partner;
import counterpart.partner.Partnership;
import counterpart.receive.CollectSummaries;
import counterpart.receive.CollectSummary;
import counterpart.receive.Custody;
import counterpart.receive.CustodyDesk;
import counterpart.receive.Decision;
import counterpart.receive.Decisions;
import counterpart.receive.FileState;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Settlement;
import counterpart.reconcile.Netting;
import counterpart.reconcile.Nettings;
import counterpart.reconcile.ReconciledBooks;
import counterpart.reconcile.Reconciliations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One night: collects from every partner, reads what came, reconciles every partnership, and says what it did. */
final class Nightly {
    /** The key of a look at the partners' servers that names its night. */
    static final String BUSINESS_DATE = "businessDate";

    /** So many oddities of a feed are told one by one. */
    private static final int ODDITIES = 10;

    private static final Set<FileState> UNREAD = EnumSet.of(FileState.RECEIVED, FileState.OPENED);

    private final Installation installation;
    private final Talk talk;
    private final Predicate<FeedId> feeds;
    private final List<ExitCode> outcomes = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    Nightly(Installation installation, Talk talk) {
        this(installation, talk, feed -> true);
    }

    /** @param feeds which feeds are collected and read; what they feed is reconciled in any case */
    Nightly(Installation installation, Talk talk, Predicate<FeedId> feeds) {
        this.installation = installation;
        this.talk = talk;
        this.feeds = feeds;
    }

    /**
     * What a night came to.
     *
     * @param reconciled how the books of each partnership stand after it; those in which nothing changed are as of the
     *     earlier day on which they were held against each other
     */
    record Result(
            LocalDate businessDate,
            ExitCode exitCode,
            List<ReceivedFile> read,
            List<ReconciledBooks> reconciled,
            List<String> failures) {
        String summary() {
            return read.size() + (read.size() == 1 ? " file" : " files") + " read"
                    + (failures.isEmpty() ? "" : ", " + failures.size() + " failed");
        }
    }

    /** What netting made of the prescriptions of the partnerships that were reconciled. */
    static List<Netting> nettings(Installation installation, List<ReconciledBooks> reconciled) {
        Nettings nettings = installation.get(Nettings.class);
        return reconciled.stream()
                .map(books -> nettings.latest(books.partnership()))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * The number of a look at the partners' servers that begins now: later looks have larger ones, also when the clock
     * was moved back.
     */
    static String poll(Installation installation) {
        long last = new JobHistory(installation.get(JdbcClient.class))
                .lastValue("poll")
                .map(Long::parseLong)
                .orElse(0L);
        return Long.toString(Math.max(installation.clock().millis(), last + 1));
    }

    /** @param poll distinguishes this look at the partners' servers from the others of the same business date */
    Result run(LocalDate businessDate, String poll) {
        collect(businessDate, poll);
        carryOutDecisions();
        List<ReceivedFile> read = intake();
        List<ReconciledBooks> reconciled = reconcile(businessDate);
        return new Result(businessDate, ExitCode.worst(outcomes), read, reconciled, List.copyOf(failures));
    }

    private void collect(LocalDate businessDate, String poll) {
        for (Partner partner : installation.configuration().partnersInOrder()) {
            for (Feed feed : partner.feedsInOrder()) {
                FeedId id = new FeedId(partner.id(), feed.name());
                if (!feeds.test(id)) {
                    continue;
                }
                LaunchResult result = installation.launch(
                        "collect", Map.of("feed", id.toString(), BUSINESS_DATE, businessDate.toString(), "poll", poll));
                note("collecting " + id, result);
                tellOddities(installation.get(CollectSummaries.class).of(id, businessDate, poll));
            }
        }
    }

    /** What lay at a partner's and was not taken, or could not be moved away; nobody else would hear of it. */
    private void tellOddities(CollectSummary summary) {
        List<Finding> warnings = summary.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
        warnings.stream()
                .limit(ODDITIES)
                .forEach(finding -> talk.say("  " + finding.code() + " " + finding.sentence()));
        if (warnings.size() > ODDITIES) {
            talk.say("  and " + (warnings.size() - ODDITIES) + " more like these of " + summary.feed());
        }
        if (summary.notTidied() > 0) {
            talk.say(
                    "  " + summary.notTidied() + " files of " + summary.feed() + " were taken and could not be moved to"
                            + " its processedDirectory; none is taken twice. Next: ask the partner for the right to move them.");
        }
        if (summary.refused() > 0) {
            outcomes.add(ExitCode.NEEDS_A_PERSON);
        }
    }

    /** What a person decided and a process that died did not carry out. */
    private void carryOutDecisions() {
        for (Decision decision : installation.get(Decisions.class).pending()) {
            LaunchResult result = FileActs.carryOut(installation, decision);
            note("carrying out the decision about " + decision.file(), result);
            if (result.outcome() == LaunchResult.Outcome.DONE) {
                outcomes.add(ExitCode.DONE);
                talk.say("  " + decision.file() + " " + FileActs.past(decision.kind()));
            }
        }
    }

    /** Reads what awaits it, in order; a failure keeps the later files of the same feed waiting, so that they stay in order. */
    private List<ReceivedFile> intake() {
        Custody custody = installation.get(Custody.class);
        List<ReceivedFile> read = new ArrayList<>();
        JobHistory jobs = new JobHistory(installation.get(JdbcClient.class));
        for (ReceivedFile file :
                UnansweredFiles.of(installation.get(CustodyDesk.class), jobs, installation.configuration())) {
            if (feeds.test(file.feed())) {
                note("answering " + file.id(), FileActs.read(installation, file));
                told(custody, file, read);
            }
        }
        Set<FeedId> stuck = new HashSet<>();
        for (ReceivedFile file : ReadingOrder.of(custody.awaitingIntake(), installation.configuration())) {
            if (!feeds.test(file.feed())) {
                continue;
            }
            if (stuck.contains(file.feed())) {
                failures.add(file.id() + " waits, because an earlier file of " + file.feed() + " was not read");
                continue;
            }
            LaunchResult result = FileActs.read(installation, file);
            note("reading " + file.id(), result);
            if (LaunchOutcomes.failed(result)) {
                stuck.add(file.feed());
            }
            told(custody, file, read);
        }
        return read;
    }

    private void told(Custody custody, ReceivedFile file, List<ReceivedFile> read) {
        custody.find(file.id()).filter(f -> !UNREAD.contains(f.state())).ifPresent(settled -> {
            read.add(settled);
            Optional<Settlement> settlement = custody.settlement(settled.id());
            outcomes.add(outcome(settled.state(), settlement));
            talk.say("  " + settled.id() + " " + settled.feed() + " " + NightTables.word(settled.state())
                    + settlement
                            .map(s -> String.format(Locale.ROOT, ", %,d rows", s.rowsRead()))
                            .orElse(""));
        });
    }

    private List<ReconciledBooks> reconcile(LocalDate businessDate) {
        List<ReconciledBooks> reconciled = new ArrayList<>();
        for (Partnership partnership : installation.configuration().partnershipsInOrder()) {
            LaunchResult result = installation.launch(
                    "reconcile",
                    Map.of(
                            "partnership",
                            partnership.id().value(),
                            "asOf",
                            businessDate.toString(),
                            "booksHash",
                            installation.books().activeHash(partnership.feeds())));
            note("reconciling " + partnership.id(), result);
            if (result.outcome() == LaunchResult.Outcome.DONE) {
                installation.get(Reconciliations.class).latest(partnership.id()).ifPresent(reconciled::add);
            }
        }
        return reconciled;
    }

    private void note(String what, LaunchResult result) {
        if (LaunchOutcomes.failed(result)) {
            failures.add(what + ": " + result.failure());
            talk.say("FAILED " + what + ": " + result.failure());
        }
        outcomes.add(LaunchOutcomes.exitCode(result));
    }

    private static ExitCode outcome(FileState state, Optional<Settlement> settlement) {
        if (state == FileState.HELD || state == FileState.REFUSED) {
            return ExitCode.NEEDS_A_PERSON;
        }
        return settlement.filter(s -> s.rowsRejected() > 0).isPresent() ? ExitCode.DONE_WITH_REJECTS : ExitCode.DONE;
    }
}

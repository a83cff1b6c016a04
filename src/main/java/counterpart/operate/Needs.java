package counterpart.operate;

import counterpart.control.RunLog;
import counterpart.control.batch.JobHistory;
import counterpart.control.batch.JobHistory.JobRun;
import counterpart.deliver.Delivery;
import counterpart.deliver.DeliveryLedger;
import counterpart.finding.Trouble;
import counterpart.model.FeedId;
import counterpart.model.FileHeader;
import counterpart.model.FileId;
import counterpart.receive.Custody;
import counterpart.receive.Custody.PastFile;
import counterpart.receive.Decision;
import counterpart.receive.Decisions;
import counterpart.receive.ExchangeFacts;
import counterpart.receive.FileState;
import counterpart.receive.Settlement;
import counterpart.watch.AlertKind;
import counterpart.watch.Attention;
import counterpart.watch.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What needs a person, found in the stores and in what the present run met; each with the command to give. */
final class Needs {
    private static final String COUNTERPART = "./counterpart ";
    private static final int FILES_TOLD = 10_000;
    private static final int DAYS_BACK = 35;

    private final Installation installation;
    private final LocalDate today;
    private final List<PastFile> files;

    Needs(Installation installation) {
        this.installation = installation;
        this.today = LocalDate.now(installation.clock());
        this.files = installation.get(Custody.class).latest(FILES_TOLD);
    }

    /** The files in custody, newest first. */
    List<PastFile> latestFiles() {
        return files;
    }

    /** What the stores say: deliveries, editions, expected files, held and refused files. */
    List<Attention> standing() {
        List<Attention> needs = new ArrayList<>(undelivered());
        needs.addAll(editions());
        needs.addAll(overdue());
        needs.addAll(files());
        return needs;
    }

    /** What the present run met at the partners' servers; one for each partner. */
    List<Attention> servers() {
        Map<String, Attention> byPartner = new TreeMap<>();
        for (Installation.Launched launched : installation.launched()) {
            String feed = launched.keys().get("feed");
            Trouble.Kind trouble = launched.result().trouble();
            if (feed == null || trouble == null || !isAboutServer(trouble)) {
                continue;
            }
            String partner = FeedId.of(feed).partner().value();
            AlertKind kind = trouble == Trouble.Kind.SECURITY ? AlertKind.LOGIN_REFUSED : AlertKind.SERVER_UNREACHABLE;
            byPartner.putIfAbsent(
                    partner,
                    new Attention(
                            kind,
                            partner,
                            "no file could be collected from " + partner + ": "
                                    + launched.result().failure(),
                            COUNTERPART + "partner check " + partner));
        }
        return List.copyOf(byPartner.values());
    }

    /** Runs of commands that were killed, and the present one when it failed for what nothing else here tells. */
    List<Attention> runs(RunLog.Run present, List<JobRun> work) {
        Map<String, Attention> byCommand = new TreeMap<>();
        for (RunLog.Run run : installation.get(RunLog.class).lastOfEachCommand()) {
            if (run.outcome().equals("KILLED")) {
                byCommand.put(run.command(), failed(run, "its process was killed, or the machine stopped"));
            }
        }
        List<String> unexplained = work.stream()
                .filter(JobRun::unfinished)
                .filter(job -> !isExplained(job))
                .map(job -> job.failure().orElse("the job " + job.job() + " was stopped"))
                .toList();
        int code = present.exitCode() == null ? 0 : present.exitCode();
        if (!unexplained.isEmpty()) {
            byCommand.put(present.command(), failed(present, unexplained.get(0)));
        } else if (code == ExitCode.INPUT_OUTPUT.code()
                || code == ExitCode.STOPPED.code()
                || (code == ExitCode.INTERNAL.code() && work.stream().noneMatch(JobRun::unfinished))) {
            byCommand.put(present.command(), failed(present, present.summary()));
        }
        return List.copyOf(byCommand.values());
    }

    /** That a run still works when the time it may take is almost over. */
    static Attention takesLong(Standing.Run run, Instant now, Duration mayTake) {
        return new Attention(
                AlertKind.RUN_LONG,
                "run " + run.number(),
                "run " + run.number() + " ('" + run.command() + "') is still at work after "
                        + Duration.between(run.started(), now).toMinutes() + " of the " + mayTake.toMinutes()
                        + " minutes that a run may take (runMinutes in watch.yaml); what begins meanwhile ends with"
                        + " exit code " + ExitCode.BUSY.code(),
                COUNTERPART + "status");
    }

    /** Nights of the last week, since the first, for which no reconciliation came to its end. */
    List<Attention> missedNights(Set<java.time.DayOfWeek> nights) {
        JdbcClient control = installation.get(JdbcClient.class);
        LocalDate first = control.sql("select min(started) from run where command = 'nightly'")
                .query(java.time.OffsetDateTime.class)
                .optional()
                .map(at -> at.atZoneSameInstant(installation.clock().getZone()).toLocalDate())
                .orElse(today);
        LocalDate from = first.isBefore(today.minusDays(7)) ? today.minusDays(7) : first;
        JobHistory jobs = new JobHistory(control);
        return from.datesUntil(today)
                .filter(day -> nights.contains(day.getDayOfWeek()))
                .filter(day -> jobs.last("reconcile", "asOf", day.toString())
                        .filter(job -> !job.unfinished())
                        .isEmpty())
                .map(day -> new Attention(
                        AlertKind.MISSED_RUN,
                        "night of " + day,
                        "the night of " + day + " was not run to its end",
                        COUNTERPART + "catch-up --since " + day))
                .toList();
    }

    private static Attention failed(RunLog.Run run, String why) {
        return new Attention(
                AlertKind.RUN_FAILED,
                "command " + run.command(),
                "run " + run.id() + " ('" + run.command() + "') failed: " + why,
                COUNTERPART + "explain run " + run.id());
    }

    /** Whether another kind tells of it: a server, an inspection, a delivery. */
    private boolean isExplained(JobRun job) {
        if (job.job().equals("collect")) {
            return installation.launched().stream()
                    .filter(launched -> job.keys().get("feed") != null
                            && job.keys().get("feed").equals(launched.keys().get("feed")))
                    .anyMatch(launched -> launched.result().trouble() != null
                            && isAboutServer(launched.result().trouble()));
        }
        if (job.job().equals("reconcile")) {
            return !servers().isEmpty()
                    && installation.launched().stream()
                            .filter(launched -> launched.job().equals(job.job())
                                    && job.keys().equals(launched.keys()))
                            .anyMatch(launched -> launched.result().trouble() != null
                                    && isAboutServer(launched.result().trouble()));
        }
        return job.job().equals("review") && (failedAt(job, "inspectEdition") || failedAt(job, "deliverEdition"));
    }

    private static boolean isAboutServer(Trouble.Kind trouble) {
        return trouble == Trouble.Kind.SECURITY
                || trouble == Trouble.Kind.UNAVAILABLE
                || trouble == Trouble.Kind.PROTOCOL;
    }

    private static boolean failedAt(JobRun job, String step) {
        return job.steps().stream()
                .anyMatch(one -> one.step().equals(step) && !one.status().equals("COMPLETED"));
    }

    private List<Attention> undelivered() {
        return installation.get(DeliveryLedger.class).unfinished().stream()
                .filter(delivery -> delivery.failure() != null)
                .map(Needs::undelivered)
                .toList();
    }

    private static Attention undelivered(Delivery delivery) {
        boolean uncertain = delivery.state() == Delivery.State.UNCERTAIN;
        String name = delivery.order().fileName();
        String recipient = delivery.order().recipient().name();
        return new Attention(
                uncertain ? AlertKind.DELIVERY_UNCERTAIN : AlertKind.DELIVERY_FAILED,
                name + " for " + recipient,
                name + (uncertain ? " may not have reached " : " did not reach ") + recipient + ": "
                        + delivery.failure(),
                uncertain
                        ? COUNTERPART + "monthly --month " + delivery.order().month() + " --partnership "
                                + delivery.order().partnership() + " --uncertain received --reason \"...\""
                        : COUNTERPART + "deliver --retry --reason \"...\"");
    }

    private List<Attention> editions() {
        return new JobHistory(installation.get(JdbcClient.class))
                .unfinished("review").stream()
                        .filter(job -> failedAt(job, "inspectEdition"))
                        .map(job -> new Attention(
                                AlertKind.EDITION_HELD,
                                "edition " + RunShowCommand.keys(job),
                                job.failure().orElse("an edition did not pass its inspection"),
                                COUNTERPART + "monthly --month " + job.keys().get("month") + " --partnership "
                                        + job.keys().get("partnership")))
                        .toList();
    }

    private List<Attention> overdue() {
        return installation.get(ExchangeFacts.class).between(today.minusDays(DAYS_BACK), today).stream()
                .filter(ExchangeFacts.Fact::isOwed)
                .map(fact -> new Attention(
                        fact.outcome() == FileState.LATE ? AlertKind.FILE_LATE : AlertKind.FILE_MISSING,
                        fact.feed() + " of " + fact.businessDate(),
                        "the file of " + fact.feed() + " that was due on " + fact.businessDate() + " is "
                                + NightTables.word(fact.outcome()) + ". Ask for it, or do without it and say why",
                        COUNTERPART + "excuse --feed " + fact.feed() + " --date " + fact.businessDate()
                                + " --reason \"...\""))
                .toList();
    }

    /** Held and refused files, but for those whose days a later file has brought. */
    private List<Attention> files() {
        Set<FileId> decided = installation.get(Decisions.class).pending().stream()
                .map(Decision::file)
                .collect(Collectors.toSet());
        Set<Period> loaded = new HashSet<>();
        List<Attention> needs = new ArrayList<>();
        for (PastFile past : files) { // newest first
            Settlement settlement = past.settlement().orElse(null);
            FileState state = past.file().state();
            if (settlement == null) {
                if (state == FileState.HELD) {
                    needs.add(file(AlertKind.FILE_HELD, past, "is held by a person and not read"));
                }
                continue;
            }
            Period period = new Period(past.file().feed(), settlement.header());
            if (state == FileState.LOADED) {
                loaded.add(period);
                loaded.add(period.unknown());
            }
            boolean open =
                    !loaded.contains(period) && !decided.contains(past.file().id());
            int further = settlement.furtherReasons().size();
            String code = settlement.reasonCode(); // none when a person decided
            String why = (code == null ? "" : code + " ")
                    + settlement.reason()
                    + (further == 0 ? "" : " (" + further + (further == 1 ? " more reason)" : " more reasons)"));
            if (state == FileState.HELD && open) {
                needs.add(file(AlertKind.FILE_HELD, past, "is held: " + why));
            }
            if (state == FileState.REFUSED && open && isRecent(past) && isAwaited(past)) {
                needs.add(file(AlertKind.FILE_REFUSED, past, "is refused: " + why));
            }
        }
        return needs;
    }

    /** Whether a corrected file could come at all. */
    private boolean isAwaited(PastFile past) {
        return installation.configuration().has(past.file().feed());
    }

    private boolean isRecent(PastFile past) {
        LocalDate arrived =
                past.file().arrivedAt().atZone(installation.clock().getZone()).toLocalDate();
        return !arrived.isBefore(today.minusDays(DAYS_BACK));
    }

    private static Attention file(AlertKind kind, PastFile past, String what) {
        FileId id = past.file().id();
        return new Attention(
                kind, id.value(), id + " of " + past.file().feed() + " " + what, COUNTERPART + "explain " + id);
    }

    /** What a file of a feed is about. */
    private record Period(
            FeedId feed,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate asOf) {
        Period(FeedId feed, FileHeader header) {
            this(feed, header.periodFrom(), header.periodTo(), header.asOfDate());
        }

        /** That of a file that could not even say what it is about: any later file takes its place. */
        Period unknown() {
            return new Period(feed, null, null, null);
        }
    }
}

package counterpart.operate;

import counterpart.deliver.Delivery;
import counterpart.deliver.DeliveryLedger;
import counterpart.model.FeedId;
import counterpart.model.FileHeader;
import counterpart.model.FileId;
import counterpart.partner.DueTime;
import counterpart.partner.Feed;
import counterpart.partner.Partner;
import counterpart.receive.Custody;
import counterpart.receive.Custody.PastFile;
import counterpart.receive.Decision;
import counterpart.receive.Decisions;
import counterpart.receive.DueDates;
import counterpart.receive.ExchangeFacts;
import counterpart.receive.FileState;
import counterpart.receive.Settlement;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes at the end of a run what {@code status} will tell, and answers the exit code. */
final class Closing {
    private static final int FILES_TOLD = 10_000;
    private static final int SENTENCES = 20;
    private static final int DAYS_BACK = 35;
    private static final int DAYS_AHEAD = 10;
    private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm VV", Locale.ENGLISH);

    private final Installation installation;
    private final LocalDate today;

    private Closing(Installation installation) {
        this.installation = installation;
        this.today = LocalDate.now(installation.clock());
    }

    static int tell(Installation installation, ExitCode exitCode, String summary) {
        new Closing(installation).facts();
        return installation.status().end(exitCode.name(), exitCode.code(), summary);
    }

    private void facts() {
        List<PastFile> files = installation.get(Custody.class).latest(FILES_TOLD);
        Map<String, Long> filesByState = new TreeMap<>();
        files.forEach(past -> filesByState.merge(past.file().state().name(), 1L, Long::sum));
        List<String> needs = new ArrayList<>(undelivered());
        needs.addAll(missing());
        needs.addAll(held(files));
        installation.status().facts(filesByState, shortened(needs), dueNext());
    }

    /** Held files, but for those whose period a later file has brought. */
    private List<String> held(List<PastFile> files) {
        Set<FileId> decided = installation.get(Decisions.class).pending().stream()
                .map(Decision::file)
                .collect(Collectors.toSet());
        Set<Period> loaded = new HashSet<>();
        List<String> held = new ArrayList<>();
        for (PastFile past : files) { // newest first
            Settlement settlement = past.settlement().orElse(null);
            if (settlement == null) {
                if (past.file().state() == FileState.HELD) {
                    held.add(past.file().id() + " of " + past.file().feed() + " is held by a person and not read. Next:"
                            + " ./counterpart explain " + past.file().id());
                }
                continue;
            }
            Period period = new Period(past.file().feed(), settlement.header());
            if (past.file().state() == FileState.LOADED) {
                loaded.add(period);
            }
            if (past.file().state() == FileState.HELD
                    && !loaded.contains(period)
                    && !decided.contains(past.file().id())) {
                held.add(past.file().id() + " of " + past.file().feed() + " is held: " + settlement.reasonCode() + " "
                        + settlement.reason() + " Next: ./counterpart explain "
                        + past.file().id());
            }
        }
        return held;
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
    }

    private List<String> undelivered() {
        return installation.get(DeliveryLedger.class).unfinished().stream()
                .filter(delivery -> delivery.failure() != null)
                .map(delivery -> delivery.order().fileName()
                        + (delivery.state() == Delivery.State.UNCERTAIN ? " may not have reached " : " did not reach ")
                        + delivery.order().recipient().name() + ": " + delivery.failure()
                        + (delivery.state() != Delivery.State.UNCERTAIN
                                ? " To try again: ./counterpart deliver --retry --reason \"...\""
                                : ""))
                .toList();
    }

    private List<String> missing() {
        return installation.get(ExchangeFacts.class).between(today.minusDays(DAYS_BACK), today).stream()
                .filter(ExchangeFacts.Fact::isOwed)
                .map(fact -> "the file of " + fact.feed() + " that was due on " + fact.businessDate() + " is "
                        + NightTables.word(fact.outcome())
                        + ". Ask for it; if you do without it: ./counterpart excuse --feed "
                        + fact.feed() + " --date " + fact.businessDate() + " --reason \"...\"")
                .toList();
    }

    /** The next due time of each feed that has a calendar. */
    private List<String> dueNext() {
        Map<ZonedDateTime, String> due = new TreeMap<>();
        for (Partner partner : installation.configuration().partnersInOrder()) {
            for (Feed feed : partner.feedsInOrder()) {
                DueTime time = feed.due();
                if (time != null) {
                    DueDates.between(partner, time, today, today.plusDays(DAYS_AHEAD)).stream()
                            .map(DueDates.Due::dueAt)
                            .filter(at -> at.isAfter(installation.clock().instant()))
                            .findFirst()
                            .ifPresent(at -> due.merge(
                                    at.atZone(partner.zone()),
                                    new FeedId(partner.id(), feed.name()).toString(),
                                    (a, b) -> a + ", " + b));
                }
            }
        }
        return due.entrySet().stream()
                .map(entry -> DUE.format(entry.getKey()) + ": " + entry.getValue())
                .toList();
    }

    private static List<String> shortened(List<String> sentences) {
        if (sentences.size() <= SENTENCES) {
            return sentences;
        }
        List<String> first = new ArrayList<>(sentences.subList(0, SENTENCES));
        first.add("and " + (sentences.size() - SENTENCES) + " more");
        return first;
    }
}

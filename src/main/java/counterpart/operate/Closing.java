package counterpart.operate;

import counterpart.control.StatusFile;
import counterpart.model.FeedId;
import counterpart.partner.DueTime;
import counterpart.partner.Feed;
import counterpart.partner.Partner;
import counterpart.receive.DueDates;
import counterpart.watch.Attention;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;

/** Writes at the end of a run what {@code status} will tell, and answers the exit code. */
final class Closing {
    private static final int SENTENCES = 20;
    private static final int DAYS_AHEAD = 10;
    private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm VV", Locale.ENGLISH);

    private final Installation installation;
    private final LocalDate today;
    private final Needs needs;

    private Closing(Installation installation) {
        this.installation = installation;
        this.today = LocalDate.now(installation.clock());
        this.needs = new Needs(installation);
    }

    /** Writes it, and says at once what needs a person. */
    static int tell(Installation installation, Talk talk, ExitCode exitCode, String summary) {
        int code = tell(installation, exitCode, summary);
        List<String> needs = StatusFile.read(installation.home())
                .map(StatusFile::needsPerson)
                .orElse(List.of());
        if (!needs.isEmpty()) {
            talk.say("\nNeeds you:");
            needs.forEach(need -> talk.say("  " + need));
        }
        return code;
    }

    static int tell(Installation installation, ExitCode exitCode, String summary) {
        Closing closing;
        int code;
        try {
            closing = new Closing(installation);
            closing.facts(closing.needs.standing());
        } finally { // the run has ended, even when nobody can say how things stand
            code = installation.status().end(exitCode.name(), exitCode.code(), summary);
        }
        Watching.after(installation, closing.needs, closing.dueNext())
                .ifPresent(standing -> closing.facts(standing.needs()));
        return code;
    }

    /** Does a run's work; a run that fails before its end is told like any other before its failure goes on. */
    static int watched(Installation installation, IntSupplier work) {
        try (LongRun watch =
                LongRun.watch(installation.configuration().watch().runMayTake(), () -> Watching.during(installation))) {
            return work.getAsInt();
        } catch (RuntimeException e) {
            try {
                tell(installation, Failures.exitCode(e), Failures.sentence(e));
            } catch (RuntimeException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private void facts(List<Attention> attention) {
        Map<String, Long> filesByState = new TreeMap<>();
        needs.latestFiles()
                .forEach(past -> filesByState.merge(past.file().state().name(), 1L, Long::sum));
        List<String> sentences = attention.stream()
                .map(need -> Failures.ended(need.sentence())
                        + (need.sentence().contains(" Next: ") ? " Then: " : " Next: ")
                        + need.next())
                .toList();
        installation.status().facts(filesByState, shortened(sentences), dueNext());
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

package counterpart.watch;

import counterpart.watch.AlertLedger.Entry;
import counterpart.watch.AlertLedger.News;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Turns what needs a person into alerts: raised once when a cause appears, resolved once when it is gone, each channel told
 * once of both. What a channel does not take it gets after the next run.
 */
public final class AlertDesk {
    private final AlertLedger ledger;
    private final List<AlertChannel> channels;
    private final Predicate<AlertKind> sends;
    private final Clock clock;

    /** @param sends which kinds of alert leave the house */
    public AlertDesk(AlertLedger ledger, List<AlertChannel> channels, Predicate<AlertKind> sends, Clock clock) {
        this.ledger = ledger;
        this.channels = List.copyOf(channels);
        this.sends = sends;
        this.clock = clock;
    }

    private record Cause(AlertKind kind, String subject) {
        static Cause of(Attention what) {
            return new Cause(what.kind(), what.subject());
        }
    }

    /**
     * Raises, resolves and tells.
     *
     * @param run the run that found it
     * @param found what needs a person
     * @param examined whether the run could see that the cause of an open alert is gone
     */
    public AlertReport tell(Standing.Run run, List<Attention> found, Predicate<Attention> examined) {
        Map<Cause, Attention> needs = new LinkedHashMap<>();
        found.forEach(need -> needs.putIfAbsent(Cause.of(need), need));
        List<Entry> resolved = new ArrayList<>();
        Map<Cause, Attention> fresh = new LinkedHashMap<>(needs);
        for (Entry open : ledger.open()) {
            Cause cause = Cause.of(open.what());
            fresh.remove(cause);
            if (!needs.containsKey(cause) && examined.test(open.what())) {
                resolved.add(open);
            }
        }
        ledger.change(List.copyOf(fresh.values()), resolved);
        int sent = 0;
        List<String> failures = new ArrayList<>();
        for (AlertChannel channel : channels) {
            try {
                sent += tell(channel, run) ? 1 : 0;
            } catch (AlertException e) {
                failures.add(String.valueOf(e.getMessage()));
            }
        }
        return new AlertReport(fresh.size(), resolved.size(), ledger.open().size(), sent, failures);
    }

    private boolean tell(AlertChannel channel, Standing.Run run) {
        News all = ledger.newsFor(channel.name());
        News news = new News(sendable(all.raised()), sendable(all.resolved()));
        if (news.raised().isEmpty() && news.resolved().isEmpty()) {
            return false;
        }
        channel.send(new AlertMessage(
                idOf(channel, news), run, clock.instant(), whatOf(news.raised()), whatOf(news.resolved())));
        ledger.told(channel.name(), news);
        return true;
    }

    private List<Entry> sendable(List<Entry> entries) {
        return entries.stream().filter(entry -> sends.test(entry.what().kind())).toList();
    }

    private static List<Attention> whatOf(List<Entry> entries) {
        return entries.stream().map(Entry::what).toList();
    }

    private static String idOf(AlertChannel channel, News news) {
        String content = channel.name() + "|" + numbers(news.raised()) + "|" + numbers(news.resolved());
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static List<Long> numbers(List<Entry> entries) {
        return entries.stream().map(Entry::number).toList();
    }
}

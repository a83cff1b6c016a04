package counterpart.measure.book;

import counterpart.books.ActiveLoad;
import counterpart.measure.Handling.Source;
import counterpart.measure.MeasureDefinition;
import counterpart.model.FeedId;
import counterpart.model.FeedName;
import counterpart.partner.Partnership;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far the books reach: the day to whose end each feed's active loads describe it. A month counts as complete when
 * every feed that a measure needs tells all its days and, for a cost, those of its run-out. A month before the first day
 * of which a feed speaks has no value.
 *
 * @param active the active loads
 * @param today the day of the measuring; deliveries due before it are known, whatever came
 */
record Reach(Partnership partnership, Collection<ActiveLoad> active, LocalDate today) {
    Reach {
        active = List.copyOf(active);
    }

    /**
     * The day to whose end the partnership's books reach.
     *
     * @throws IllegalStateException when one of its books is empty
     */
    LocalDate asOf() {
        return through(partnership.books().feeds())
                .orElseThrow(() -> new IllegalStateException("there is nothing to measure for " + partnership.id()
                        + ": no file of " + emptyBooks() + " is in the books; run 'counterpart nightly' first"));
    }

    /** Whether the partnership has every feed that a measure needs. */
    boolean isMeasurable(MeasureDefinition measure) {
        return measure.handling().sources().stream()
                .allMatch(
                        source -> source == Source.EXCHANGE || !feedsOf(source).isEmpty());
    }

    boolean isComplete(MeasureDefinition measure, YearMonth month) {
        if (isAboutFiles(measure)) {
            return month.atEndOfMonth().isBefore(today);
        }
        YearMonth first = month.minusMonths(measure.handling().lookBackMonths());
        LocalDate needed = neededFor(measure, month);
        return through(feedsOf(measure)).map(day -> !day.isBefore(needed)).orElse(false)
                && feedsOf(measure).stream().allMatch(feed -> hasNoHole(feed, first.atDay(1), needed));
    }

    /** The day to whose end the feeds must tell everything before a month is complete. */
    private LocalDate neededFor(MeasureDefinition measure, YearMonth month) {
        LocalDate followed = month.atEndOfMonth().plusDays(measure.handling().followUpDays());
        return measure.needsRunOut()
                ? YearMonth.from(followed)
                        .plusMonths(partnership.runOutMonths())
                        .atEndOfMonth()
                : followed;
    }

    /** The last month that the feeds tell to its end; none when one of them has no load. */
    Optional<YearMonth> lastMonth(MeasureDefinition measure) {
        return through(feedsOf(measure))
                .map(day -> YearMonth.from(day.plusDays(1)).minusMonths(1));
    }

    /** Whether the feeds that a measure needs tell every day of a month. */
    boolean isWhole(MeasureDefinition measure, YearMonth month) {
        return feedsOf(measure).stream().allMatch(feed -> hasNoHole(feed, month.atDay(1), month.atEndOfMonth()));
    }

    /**
     * Whether a feed's periods follow each other without a day missing between two days, as when a file was refused and
     * its successor loaded. Coverage has no periods to add up: each full file tells all of it. Where several feeds fill
     * one ledger, none of them may have a hole.
     */
    private boolean hasNoHole(FeedId feed, LocalDate first, LocalDate last) {
        return byWay(feed).values().stream().allMatch(loads -> hasNoHole(feed, loads, first, last));
    }

    private boolean hasNoHole(FeedId feed, List<ActiveLoad> loads, LocalDate first, LocalDate last) {
        boolean isWithoutPeriods =
                loads.stream().anyMatch(load -> load.periodFrom() == null || load.periodTo() == null);
        if (feed.equals(partnership.books().coverage()) || isWithoutPeriods) {
            return true;
        }
        LocalDate next = first;
        for (ActiveLoad load : inOrderOfPeriods(loads)) {
            if (Objects.requireNonNull(load.periodFrom()).isAfter(next)) {
                break;
            }
            LocalDate after = Objects.requireNonNull(load.periodTo()).plusDays(1);
            next = after.isAfter(next) ? after : next;
        }
        return next.isAfter(last);
    }

    private static List<ActiveLoad> inOrderOfPeriods(List<ActiveLoad> loads) {
        return loads.stream()
                .sorted(Comparator.comparing(load -> Objects.requireNonNull(load.periodFrom())))
                .toList();
    }

    /**
     * Whether every feed that a measure needs had begun by a month's first day. Of a month before that the books know a
     * part at most, such as coverage without claims.
     */
    boolean hasBegun(MeasureDefinition measure, YearMonth month) {
        YearMonth first = month.minusMonths(measure.handling().lookBackMonths());
        return isAboutFiles(measure)
                || feedsOf(measure).stream()
                        .map(this::begin)
                        .flatMap(Optional::stream)
                        .noneMatch(day -> day.isAfter(first.atDay(1)));
    }

    private static boolean isAboutFiles(MeasureDefinition measure) {
        return measure.handling().sources().equals(Set.of(Source.EXCHANGE));
    }

    private List<FeedId> feedsOf(MeasureDefinition measure) {
        return measure.handling().sources().stream()
                .flatMap(source -> feedsOf(source).stream())
                .distinct()
                .toList();
    }

    private List<FeedId> feedsOf(Source source) {
        Partnership.Books books = partnership.books();
        return switch (source) {
            case COVERAGE -> List.of(books.coverage());
            case ROSTERS -> rosters();
            case MEDICAL -> known(books.medical());
            case PHARMACY -> known(books.pharmacy());
            case LEDGERS -> ledgers();
            case PHARMACY_LEDGERS -> pharmacyLedgers();
            case EXCHANGE -> List.of();
        };
    }

    private List<FeedId> ledgers() {
        Partnership.ClaimsLedger claims = partnership.claimsLedger();
        if (claims != null) {
            return List.of(claims.left(), claims.right());
        }
        return pharmacyLedgers();
    }

    private List<FeedId> pharmacyLedgers() {
        Partnership.PharmacyLedger prescriptions = partnership.pharmacyLedger();
        return prescriptions == null ? List.of() : List.of(prescriptions.left(), prescriptions.right());
    }

    private List<FeedId> rosters() {
        Partnership.Roster roster = partnership.roster();
        return roster == null ? List.of() : List.of(roster.left(), roster.right());
    }

    private static List<FeedId> known(@Nullable FeedId feed) {
        return feed == null ? List.of() : List.of(feed);
    }

    /** The earliest of the days to which the feeds reach; none when one of them has no load. */
    private Optional<LocalDate> through(List<FeedId> feeds) {
        List<Optional<LocalDate>> days = feeds.stream().map(this::through).toList();
        return days.stream().allMatch(Optional::isPresent)
                ? days.stream().flatMap(Optional::stream).min(LocalDate::compareTo)
                : Optional.empty();
    }

    /** Of several feeds that fill one ledger the slowest says how far it reaches; coverage is what its newest file says. */
    private Optional<LocalDate> through(FeedId feed) {
        if (feed.equals(partnership.books().coverage())) {
            return active.stream()
                    .filter(load -> load.feed().equals(feed))
                    .map(ActiveLoad::asOf)
                    .max(LocalDate::compareTo);
        }
        return byWay(feed).values().stream()
                .map(loads -> loads.stream()
                        .map(load -> Objects.requireNonNullElse(load.periodTo(), load.asOf()))
                        .max(LocalDate::compareTo)
                        .orElseThrow())
                .min(LocalDate::compareTo);
    }

    /** The loads of a ledger by the feed that they came by. */
    private Map<FeedName, List<ActiveLoad>> byWay(FeedId feed) {
        return active.stream().filter(load -> load.feed().equals(feed)).collect(Collectors.groupingBy(ActiveLoad::via));
    }

    /** The first day of which a feed's active loads speak; none when one of them does not say. */
    private Optional<LocalDate> begin(FeedId feed) {
        List<Optional<LocalDate>> days = active.stream()
                .filter(load -> load.feed().equals(feed))
                .map(load -> Optional.ofNullable(load.periodFrom()))
                .toList();
        return days.stream().allMatch(Optional::isPresent)
                ? days.stream().flatMap(Optional::stream).min(LocalDate::compareTo)
                : Optional.empty();
    }

    private String emptyBooks() {
        return String.join(
                " and ",
                partnership.books().feeds().stream()
                        .filter(feed -> through(feed).isEmpty())
                        .map(FeedId::toString)
                        .toList());
    }
}

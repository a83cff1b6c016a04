package counterpart.report;

import counterpart.measure.BookAgreement;
import counterpart.measure.Scorecard;
import counterpart.measure.ServiceDetail;
import counterpart.measure.ServiceDetail.FeedMonth;
import counterpart.measure.ServiceDetail.Mark;
import counterpart.measure.ServiceDetail.OpenBreaks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Composes the page about files, reconciliations and denials. */
final class ServiceComposition {
    private static final int MOST_CATEGORIES = 3;

    private final Briefing briefing;
    private final Scorecard scorecard;
    private final ServiceDetail detail;
    private final List<Sentence> sentences = new ArrayList<>();

    ServiceComposition(Briefing briefing) {
        this.briefing = briefing;
        this.scorecard = briefing.scorecard();
        this.detail = scorecard.service();
    }

    ServicePage page() {
        String month = NumberFormats.month(scorecard.month());
        List<String> partners = List.of(
                briefing.left().shortName(briefing.right()), briefing.right().shortName(briefing.left()));
        List<ServicePage.DenialRow> denials = denials();
        return new ServicePage(
                told("V1", message()),
                "Files due or received in " + month + ", breaks as last reconciled"
                        + (hasClaims() ? ", claims first adjudicated in the month." : "."),
                told("V2", filesMessage()),
                calendar(),
                detail.feeds().stream().map(ServiceComposition::feed).toList(),
                told("V3", booksMessage()),
                lines().stream().map(this::books).toList(),
                hasClaims() ? told("V4", denialsMessage()) : "",
                denials,
                denials.isEmpty()
                        ? ""
                        : "Reasons are grouped from the codes on the claims (CARC); what is below 11 is told together.",
                told("V5", originsMessage(partners)),
                partners,
                origins(partners));
    }

    /** Whether the partnership has medical claims, which alone can be denied by reason. */
    private boolean hasClaims() {
        return briefing.partnership().books().medical() != null;
    }

    /** The sentences of the page with their rules; complete after {@link #page()}. */
    List<Sentence> sentences() {
        return List.copyOf(sentences);
    }

    private String told(String rule, String words) {
        Scorecard.Exchange exchange = scorecard.exchange();
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("expected", String.valueOf(exchange.expected()));
        inputs.put("onTime", String.valueOf(exchange.onTime()));
        inputs.put("turnedAway", String.valueOf(exchange.held() + exchange.refused()));
        inputs.put("openBreaks", String.valueOf(scorecard.reconciliation().open()));
        sentences.add(Sentence.of(rule, words, inputs));
        return words;
    }

    private String message() {
        Scorecard.Exchange exchange = scorecard.exchange();
        String files = exchange.expected() == 0
                ? "No file was due"
                : exchange.onTime() == exchange.expected()
                        ? "All " + exchange.expected() + " files due came on time"
                        : exchange.onTime() + " of " + exchange.expected() + " files due came on time";
        long open = scorecard.reconciliation().open();
        String breaks = open == 0
                ? "no break is open"
                : Words.plural(open, "break is", "breaks are") + " open, worth "
                        + NumberFormats.dollars(scorecard.reconciliation().impactCents());
        return files + "; " + breaks;
    }

    private String filesMessage() {
        Scorecard.Exchange exchange = scorecard.exchange();
        String late = exchange.late() == 0
                ? "No delivery was late"
                : Words.plural(exchange.late(), "delivery was late", "deliveries were late");
        String missing = exchange.missing() == 0
                ? "none is missing"
                : Words.plural(exchange.missing(), "is missing", "are missing");
        long away = exchange.held() + exchange.refused();
        String turned =
                away == 0 ? "no file was turned away" : Words.plural(away, "file was", "files were") + " turned away";
        return late + ", " + missing + ", " + turned;
    }

    private ServicePage.Calendar calendar() {
        List<ServicePage.Line> lines = detail.feeds().stream()
                .map(feed -> new ServicePage.Line(feed.partner() + " " + feed.feed(), feed.days()))
                .toList();
        String alt = "Calendar of files by feed and day of " + NumberFormats.month(scorecard.month()) + ": "
                + marks(Mark.ON_TIME) + " on time, " + marks(Mark.LATE) + " late, " + marks(Mark.MISSING)
                + " missing, " + marks(Mark.TURNED_AWAY) + " held or refused. The table below has them by feed.";
        return new ServicePage.Calendar(scorecard.month(), lines, alt);
    }

    private long marks(Mark mark) {
        return detail.feeds().stream().mapToLong(feed -> feed.days(mark)).sum();
    }

    private static ServicePage.FeedRow feed(FeedMonth feed) {
        double share = feed.rowsRead() == 0 ? 0 : (double) feed.rowsAccepted() / feed.rowsRead();
        String accepted = feed.rowsRead() == 0
                ? NumberFormats.MISSING
                : NumberFormats.count(feed.rowsAccepted()) + " of " + NumberFormats.count(feed.rowsRead());
        return new ServicePage.FeedRow(
                feed.partner() + " " + feed.feed(),
                count(feed.due()),
                count(feed.days(Mark.ON_TIME)),
                count(feed.days(Mark.LATE)),
                count(feed.days(Mark.MISSING)),
                count(feed.files()),
                count(feed.loaded()),
                count(feed.held()),
                count(feed.refused()),
                accepted,
                share);
    }

    private BookAgreement agreement() {
        return scorecard.reconciliation().agreement();
    }

    /** What each reconciliation came to; where that was not kept, the open breaks alone. */
    private List<BookAgreement.Line> lines() {
        if (!agreement().lines().isEmpty()) {
            return agreement().lines();
        }
        Map<String, Long> open = new LinkedHashMap<>();
        detail.openBreaks().forEach(kind -> open.merge(kind.reconciliation(), kind.breaks(), Long::sum));
        List<BookAgreement.Line> lines = new ArrayList<>();
        open.forEach((code, breaks) ->
                lines.add(new BookAgreement.Line(code, "Reconciliation", "counted", 0, 0, breaks, 0, 0, null)));
        return lines;
    }

    private String booksMessage() {
        if (agreement().lines().isEmpty() && !detail.openBreaks().isEmpty()) {
            return "The last reconciliation kept its open breaks and no more";
        }
        if (agreement().lines().isEmpty()) {
            return "The two books were not held against each other";
        }
        BookAgreement.Line worst = agreement().lines().stream()
                .filter(line -> line.open() > 0)
                .reduce((one, other) -> other.impactCents() > one.impactCents() ? other : one)
                .orElse(null);
        if (worst == null) {
            return "The two books agree in all " + agreement().lines().size() + " reconciliations";
        }
        LocalDate oldest = worst.oldest();
        String since = oldest == null ? "" : "; the oldest is open since " + NumberFormats.day(oldest);
        return "Most is open in " + Words.inside(worst.title()) + ": " + NumberFormats.dollars(worst.impactCents())
                + since;
    }

    private ServicePage.BooksRow books(BookAgreement.Line line) {
        double share = line.compared() == 0 ? 0 : (double) line.agreed() / line.compared();
        LocalDate oldest = line.oldest();
        return new ServicePage.BooksRow(
                line.title() + " (" + line.code() + ")",
                line.compared() == 0 ? NumberFormats.MISSING : count(line.compared()) + " " + line.counted(),
                line.compared() == 0 ? NumberFormats.MISSING : count(line.agreed()),
                line.compared() == 0 ? NumberFormats.MISSING : percent(share, line.agreed() == line.compared()),
                share,
                open(line),
                line.open() == 0 || line.compared() == 0
                        ? NumberFormats.MISSING
                        : NumberFormats.dollars(line.impactCents()),
                oldest == null ? NumberFormats.MISSING : NumberFormats.day(oldest));
    }

    private String open(BookAgreement.Line line) {
        List<OpenBreaks> kinds = detail.openBreaks().stream()
                .filter(kind -> kind.reconciliation().equals(line.code()))
                .toList();
        if (kinds.isEmpty()) {
            return line.open() == 0 ? "none" : count(line.open());
        }
        List<String> parts = new ArrayList<>();
        for (OpenBreaks kind : kinds.subList(0, Math.min(MOST_CATEGORIES, kinds.size()))) {
            parts.add(count(kind.breaks()) + " " + category(kind.category()));
        }
        long more = kinds.stream()
                .skip(MOST_CATEGORIES)
                .mapToLong(OpenBreaks::breaks)
                .sum();
        if (more > 0) {
            parts.add(count(more) + " other");
        }
        return String.join(", ", parts);
    }

    private String category(String category) {
        String left = briefing.left().shortName(briefing.right());
        String right = briefing.right().shortName(briefing.left());
        return switch (category) {
            case "ONE_SIDED_LEFT" -> "only at " + left;
            case "ONE_SIDED_RIGHT" -> "only at " + right;
            case "DUPLICATE_LEFT" -> "twice at " + left;
            case "DUPLICATE_RIGHT" -> "twice at " + right;
            case "AMOUNT_DIFF" -> "by amount";
            case "STATUS_DIFF" -> "by status";
            case "TIMING" -> "waiting for the other side\u2019s file";
            default -> category.toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private String denialsMessage() {
        List<DenialReasons.Group> groups = DenialReasons.of(scorecard.denials());
        if (groups.isEmpty()) {
            return "No denial can be shown by reason";
        }
        long all = groups.stream().mapToLong(DenialReasons.Group::claims).sum();
        DenialReasons.Group first = groups.get(0);
        return first.reason() + " leads with " + percent((double) first.claims() / all, false) + " of denials";
    }

    private List<ServicePage.DenialRow> denials() {
        List<DenialReasons.Group> groups = DenialReasons.of(scorecard.denials());
        long all = groups.stream().mapToLong(DenialReasons.Group::claims).sum();
        long most = groups.stream().mapToLong(DenialReasons.Group::claims).max().orElse(1);
        List<ServicePage.DenialRow> rows = new ArrayList<>();
        long sum = 0;
        for (DenialReasons.Group group : groups) {
            sum += group.claims();
            rows.add(new ServicePage.DenialRow(
                    group.reason(),
                    count(group.claims()),
                    percent((double) group.claims() / all, false),
                    percent((double) sum / all, sum == all),
                    (double) group.claims() / most));
        }
        return rows;
    }

    private String originsMessage(List<String> partners) {
        List<ServicePage.OriginRow> rows = origins(partners);
        boolean isClean = rows.stream().allMatch(row -> row.byPartner().stream().allMatch("0"::equals));
        return isClean ? "Neither side\u2019s input had a fault" : "Whose input had which fault";
    }

    private List<ServicePage.OriginRow> origins(List<String> partners) {
        List<ServicePage.OriginRow> rows = new ArrayList<>();
        rows.add(origin("Files late", partners, feed -> feed.days(Mark.LATE)));
        rows.add(origin("Files missing", partners, feed -> feed.days(Mark.MISSING)));
        rows.add(origin("Files held", partners, FeedMonth::held));
        rows.add(origin("Files refused", partners, FeedMonth::refused));
        rows.add(origin("Files excused by both sides", partners, FeedMonth::excused));
        rows.add(origin("Rows rejected", partners, feed -> feed.rowsRead() - feed.rowsAccepted()));
        long left =
                detail.openBreaks().stream().mapToLong(OpenBreaks::rejectedLeft).sum();
        long right = detail.openBreaks().stream()
                .mapToLong(OpenBreaks::rejectedRight)
                .sum();
        rows.add(new ServicePage.OriginRow("Open breaks from rejected rows", List.of(count(left), count(right))));
        return rows;
    }

    private ServicePage.OriginRow origin(String what, List<String> partners, ToLongFunction<FeedMonth> counted) {
        List<String> counts = partners.stream()
                .map(partner -> count(detail.feeds().stream()
                        .filter(feed -> feed.partner().equals(partner))
                        .mapToLong(counted)
                        .sum()))
                .toList();
        return new ServicePage.OriginRow(what, counts);
    }

    private static String count(long count) {
        return NumberFormats.count(count);
    }

    /** A share in percent with one digit; never 100.0% unless it is whole. */
    private static String percent(double share, boolean isWhole) {
        double shown = Math.round(share * 1000) / 10.0;
        return String.format(Locale.US, "%.1f%%", isWhole ? 100 : Math.min(shown, 99.9));
    }
}

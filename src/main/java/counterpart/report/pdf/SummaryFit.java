package counterpart.report.pdf;

import counterpart.report.AlsoOff;
import counterpart.report.Decisions;
import counterpart.report.Room;
import counterpart.report.Sentence;
import counterpart.report.SummaryPage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How high page 1 becomes, measured with the widths of its font, and how wide its columns must be so that a long one is
 * no higher than it must. Lengths are points.
 */
final class SummaryFit {
    /** The height of page 1 between its margins. */
    static final double HEIGHT = 715;

    /** What is kept free, since a line height is rounded here and there. */
    static final double SPARE = 6;

    private static final double TEXT_WIDTH = 534;
    private static final double GUTTER = 15;
    private static final double COLUMN_HEAD = 21.9;
    private static final double FOOT_HEAD = 19.2;
    private static final double BULLET = 10;
    private static final double WHAT = 231;
    private static final double WHO = 79;
    private static final double WHY = TEXT_WIDTH - 18 - 24 - 236 - 84 - 5;
    private static final List<List<Double>> COLUMNS =
            List.of(List.of(168.0, 168.0, 168.0), List.of(156.0, 156.0, 192.0), List.of(144.0, 144.0, 216.0));
    private static final List<List<Double>> HALVES =
            List.of(List.of(259.5, 259.5), List.of(229.5, 289.5), List.of(199.5, 319.5));

    private final PageFonts fonts;
    private final SummaryPage page;
    private final TileFit tiles;
    private final Tightness tightness;
    private final Tightness.Lengths lengths;

    SummaryFit(PageFonts fonts, SummaryPage page, Tightness tightness) {
        this.fonts = fonts;
        this.page = page;
        this.tiles = new TileFit(fonts, page.tiles());
        this.tightness = tightness;
        this.lengths = tightness.lengths();
    }

    /** The roomiest setting in which the page fits; none when it fits in no setting. */
    static Optional<Tightness> loosest(PageFonts fonts, SummaryPage page) {
        for (Tightness tightness : Tightness.values()) {
            if (new SummaryFit(fonts, page, tightness).fits()) {
                return Optional.of(tightness);
            }
        }
        return Optional.empty();
    }

    boolean fits() {
        return height() <= HEIGHT - SPARE;
    }

    double height() {
        return mast() + head() + tiles.height() + lengths.tilesMargin() + box() + columns() + foot();
    }

    /** Widths of the three columns: even, unless the third is long and a wider one makes the page shorter. */
    List<Double> columnWidths() {
        return COLUMNS.stream().min(Comparator.comparingDouble(this::tallest)).orElseThrow();
    }

    /** Widths of the two boxes at the foot. */
    List<Double> halfWidths() {
        return HALVES.stream()
                .min(Comparator.comparingDouble(this::tallestHalf))
                .orElseThrow();
    }

    /** The less that would make the page shorter with the least loss; none when nothing more can go. */
    Optional<Room> less(Room room) {
        Optional<Room> fewerCards = lessCards(room, 2);
        if (fewerCards.isPresent()) {
            return fewerCards;
        }
        for (int most : new int[] {4, 3, 2}) {
            Optional<Room> fewer = lessLines(room, most);
            if (fewer.isPresent()) {
                return fewer;
            }
        }
        return lessCards(room, 1)
                .or(() -> room.without(Room.Part.DECISIONS, page.decisions().size()));
    }

    /** The last card of the highest column that has at least so many. */
    private Optional<Room> lessCards(Room room, int least) {
        List<Double> widths = columnWidths();
        List<List<Sentence>> cards = List.of(
                page.successes().cards(),
                page.trends().cards(),
                page.attention().cards());
        List<Room.Part> parts = List.of(Room.Part.SUCCESSES, Room.Part.TRENDS, Room.Part.ATTENTION);
        Optional<Room.Part> part = parts.stream()
                .filter(each -> cards.get(parts.indexOf(each)).size() >= least)
                .max(Comparator.comparingDouble(each -> column(parts.indexOf(each), widths)));
        return part.flatMap(
                each -> room.without(each, cards.get(parts.indexOf(each)).size()));
    }

    private Optional<Room> lessLines(Room room, int most) {
        if (page.decisions().size() > most) {
            return room.without(Room.Part.DECISIONS, page.decisions().size());
        }
        boolean isTrustHigher =
                trust(halfWidths().get(1)) >= changes(halfWidths().get(0));
        if (isTrustHigher && page.trust().size() > most) {
            return room.without(Room.Part.TRUST, page.trust().size());
        }
        return page.changes().size() > most
                ? room.without(Room.Part.CHANGES, page.changes().size())
                : Optional.empty();
    }

    private double mast() {
        int lines = fonts.lines(page.partnershipName(), 700, 17.6, TEXT_WIDTH * 0.76);
        return 27.6 + lines * 19.72;
    }

    private double head() {
        double lede = fonts.lines(page.lede(), 600, lengths.lede(), TEXT_WIDTH) * lengths.lede() * 1.18;
        double counts = fonts.lines(page.counts(), 400, 10, TEXT_WIDTH) * 12.6;
        return lede + lengths.ledeMargins() + 16 + counts + lengths.countsMargin();
    }

    private double box() {
        double rows = 0;
        for (Decisions.Asked asked : page.decisions()) {
            rows += row(asked);
        }
        double table = page.decisions().isEmpty() ? 12.6 : 14.2 + rows;
        double more = page.moreDecisions().isEmpty() ? 0 : 12.6;
        return lengths.boxPadding() + 14.5 + table + more + lengths.boxMargin();
    }

    private double row(Decisions.Asked asked) {
        Tightness.Lengths.Type type = lengths.row();
        List<PageFonts.Run> words = List.of(new PageFonts.Run(asked.verb(), 700), new PageFonts.Run(asked.rest(), 400));
        int lines = Math.max(
                fonts.lines(words, type.size(), WHAT),
                Math.max(
                        fonts.lines(asked.whyNow(), 400, type.size(), WHY),
                        fonts.lines(asked.proposedBy(), 400, type.size(), WHO)));
        return type.height(lines);
    }

    private double columns() {
        return tallest(columnWidths()) + lengths.columnsMargin();
    }

    private double tallest(List<Double> widths) {
        return Math.max(column(0, widths), Math.max(column(1, widths), column(2, widths)));
    }

    private double column(int at, List<Double> widths) {
        List<SummaryPage.Column> columns = List.of(page.successes(), page.trends(), page.attention());
        SummaryPage.Column column = columns.get(at);
        double width = widths.get(at);
        double height = COLUMN_HEAD;
        for (Sentence card : column.cards()) {
            height += card(CardText.of(card).runs(), width);
        }
        String nothing = column.nothing();
        if (column.cards().isEmpty() && nothing != null) {
            height += card(List.of(new PageFonts.Run(nothing, 400)), width);
        }
        AlsoOff also = page.alsoOffTarget();
        if (at == 2 && also != null) {
            String misses = also.misses().stream()
                    .map(miss -> miss.words() + CardText.REFERENCE)
                    .collect(Collectors.joining("; ", also.opening(), "."));
            height += card(List.of(new PageFonts.Run(misses, 400)), width);
        }
        return height;
    }

    private double card(List<PageFonts.Run> runs, double width) {
        Tightness.Lengths.Type type = lengths.card();
        return type.height(fonts.lines(runs, type.size(), width));
    }

    private double foot() {
        return tallestHalf(halfWidths());
    }

    private double tallestHalf(List<Double> widths) {
        return Math.max(changes(widths.get(0)), trust(widths.get(1)));
    }

    private double changes(double width) {
        double height = FOOT_HEAD;
        for (String line : page.changes()) {
            height += tightness
                    .foot()
                    .height(fonts.lines(line, 400, tightness.foot().size(), width - BULLET));
        }
        return height;
    }

    private double trust(double width) {
        Tightness.Lengths.Type type = tightness.foot();
        int lines = fonts.lines(String.join(" ", page.trust()), 400, type.size(), width);
        return FOOT_HEAD + lines * type.size() * type.stretch();
    }
}

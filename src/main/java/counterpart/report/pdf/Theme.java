package counterpart.report.pdf;

import java.util.List;

/** The colors of the edition. Text has a contrast of at least 4.5 to its ground, marks of at least 3. */
final class Theme {
    static final String WHITE = "#FFFFFF";
    static final String INK = "#17212F";
    static final String INK_SECOND = "#45526A";
    static final String NAVY = "#12436D";
    static final String GOOD = "#0072B2";
    static final String GOOD_TEXT = "#00588A";
    static final String BAD = "#D55E00";
    static final String BAD_TEXT = "#A03C00";
    static final String NEAR_FILL = "#E69F00";
    static final String NEAR_TEXT = "#755200";
    static final String ROUTINE = "#66738A";
    static final String LINE = "#56637A";
    static final String BAND = "#E4EAF1";
    static final String CHART_BAND = "#E9EEF4";
    static final String HATCH = "#D3DAE3";
    static final String TRACK_BEHIND = "#E0E6ED";
    static final String TRACK = "#E6EBF1";
    static final String PANEL = "#F3F6F9";
    static final String GROUP_ROW = "#E3EAF2";
    static final String RULE = "#B9C3D0";
    static final String HAIRLINE = "#DDE3EA";

    /** A color on the ground it is used on. */
    record Pair(String use, String color, String ground) {}

    /** Every text color on every ground under it. */
    static final List<Pair> TEXT = List.of(
            new Pair("text", INK, WHITE),
            new Pair("text in tiles and boxes", INK, PANEL),
            new Pair("secondary text", INK_SECOND, WHITE),
            new Pair("secondary text in tiles and boxes", INK_SECOND, PANEL),
            new Pair("headings", NAVY, WHITE),
            new Pair("headings in boxes", NAVY, PANEL),
            new Pair("perspectives", NAVY, GROUP_ROW),
            new Pair("on target, links", GOOD_TEXT, WHITE),
            new Pair("on target in tiles", GOOD_TEXT, PANEL),
            new Pair("off target", BAD_TEXT, WHITE),
            new Pair("off target in tiles", BAD_TEXT, PANEL),
            new Pair("near target", NEAR_TEXT, WHITE),
            new Pair("near target in tiles", NEAR_TEXT, PANEL));

    /** Every mark that carries meaning on every ground under it. */
    static final List<Pair> MARKS = List.of(
            new Pair("on-target disc", GOOD, WHITE),
            new Pair("on-target disc in tiles", GOOD, PANEL),
            new Pair("improving mark on the band", GOOD, BAND),
            new Pair("on-target bar", GOOD, TRACK),
            new Pair("off-target square", BAD, WHITE),
            new Pair("off-target square in tiles", BAD, PANEL),
            new Pair("worsening mark on the band", BAD, BAND),
            new Pair("off-target bar", BAD, TRACK),
            new Pair("off-target bar behind the baseline", BAD, TRACK_BEHIND),
            new Pair("near-target outline", NEAR_TEXT, WHITE),
            new Pair("near-target outline on the bar's ground", NEAR_TEXT, TRACK),
            new Pair("near-target outline behind the baseline", NEAR_TEXT, TRACK_BEHIND),
            new Pair("tick in the disc", WHITE, GOOD),
            new Pair("cross in the square", WHITE, BAD),
            new Pair("trend line", LINE, WHITE),
            new Pair("trend line on the band", LINE, BAND),
            new Pair("trend line in tiles", LINE, PANEL),
            new Pair("routine mark on the band", ROUTINE, BAND),
            new Pair("routine month on a chart's band", ROUTINE, CHART_BAND),
            new Pair("worsening month on a chart's band", BAD, CHART_BAND),
            new Pair("improving month on a chart's band", GOOD, CHART_BAND),
            new Pair("line on a chart's band", LINE, CHART_BAND),
            new Pair("target on a chart's band", NAVY, CHART_BAND),
            new Pair("run-out month on its ground", ROUTINE, PANEL),
            new Pair("baseline", ROUTINE, TRACK),
            new Pair("target line", INK, TRACK));

    /** Grounds and rules that carry no meaning of their own. */
    static final List<String> DECORATION = List.of(RULE, HAIRLINE, HATCH, NEAR_FILL, PANEL, GROUP_ROW);

    private Theme() {}
}

package counterpart.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeTest {
    @ParameterizedTest
    @MethodSource("texts")
    void every_text_stands_out_from_its_ground(Theme.Pair pair) {
        assertThat(contrast(pair.color(), pair.ground())).as(pair.use()).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @MethodSource("marks")
    void every_mark_stands_out_from_its_ground(Theme.Pair pair) {
        assertThat(contrast(pair.color(), pair.ground())).as(pair.use()).isGreaterThanOrEqualTo(3.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dashboard.css",
                "marks/on-target.svg",
                "marks/near-target.svg",
                "marks/off-target.svg",
                "marks/not-scored.svg",
                "marks/routine.svg",
                "marks/worsening-high.svg",
                "marks/worsening-low.svg",
                "marks/improving-high.svg",
                "marks/improving-low.svg",
                "marks/changed-high.svg",
                "marks/changed-low.svg",
                "marks/will-meet.svg",
                "marks/will-miss.svg",
                "marks/hit-or-miss.svg",
                "marks/shifted.svg"
            })
    void files_use_no_color_that_the_theme_does_not_know(String file) {
        Set<String> known = new TreeSet<>(Theme.DECORATION);
        Stream.concat(texts(), marks()).forEach(pair -> {
            known.add(pair.color());
            known.add(pair.ground());
        });
        assertThat(colors(file)).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void the_style_sheet_sets_no_text_smaller_than_eight_points_and_no_alpha() {
        String css = new String(TemplateFolder.read("dashboard.css"), StandardCharsets.UTF_8);
        Matcher sizes = Pattern.compile("font-size: ([\\d.]+)pt").matcher(css);
        int found = 0;
        while (sizes.find()) {
            assertThat(Double.parseDouble(sizes.group(1))).isGreaterThanOrEqualTo(8);
            found++;
        }
        assertThat(found).isGreaterThan(10);
        assertThat(css).doesNotContain("opacity", "rgba", "flex;", "grid;");
    }

    @Test
    void black_on_white_has_the_contrast_that_the_standard_names() {
        assertThat(contrast("#000000", "#FFFFFF")).isEqualTo(21.0);
    }

    static Stream<Theme.Pair> texts() {
        return Theme.TEXT.stream();
    }

    static Stream<Theme.Pair> marks() {
        return Theme.MARKS.stream();
    }

    private static Set<String> colors(String file) {
        Matcher matcher = Pattern.compile("#[0-9A-Fa-f]{6}\\b")
                .matcher(new String(TemplateFolder.read(file), StandardCharsets.UTF_8));
        Set<String> colors = new TreeSet<>();
        while (matcher.find()) {
            colors.add(matcher.group().toUpperCase(Locale.ROOT));
        }
        return colors;
    }

    /** Contrast ratio of WCAG 2.0. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String color) {
        int rgb = Integer.parseInt(color.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double share = (channel & 0xFF) / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}

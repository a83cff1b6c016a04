package counterpart.sample;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.sample.Scenario.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedFaultsTest {
    private static final String RULES = "F-002 F-003 F-004 F-005 F-006 F-008 F-009 F-010 F-011 F-012 F-014 F-015 F-016"
            + " F-017 F-018 F-019 F-020 F-023 F-026 F-027 G-001 G-002 G-003 G-004 G-005 E-101 E-102 E-103 E-104 E-105"
            + " E-106 E-107 E-109 E-110 E-112 E-114 E-118 E-121 E-122 M-201 M-202 M-203 M-204 M-206 M-207 M-208 M-219"
            + " F-021 E-116 E-117 M-214 M-221 M-222 M-226 M-227 M-228 M-224 M-225 M-230 E-108 E-111 E-113 E-115 E-119 E-120 M-205 M-209 M-210 M-211 M-212 M-213 M-215"
            + " M-216 M-217 M-218 M-220 M-223 M-229 M-231 M-233 P-304 P-300 P-301 P-303 P-305 P-306 P-307 P-308 P-309 P-310 P-314 P-315";

    private Path out = Path.of("");

    private List<String[]> findings = List.of();
    private List<String[]> files = List.of();
    private List<String[]> breaks = List.of();

    @BeforeAll
    void write(@TempDir Path folder) throws IOException {
        out = folder;
        SampleWriter.write(out, new Scenario(3, 6_000, 5, LocalDate.of(2026, 11, 10), Faults.ALL));
        findings = Csv.rows(out.resolve("truth/findings.csv"));
        files = Csv.rows(out.resolve("truth/files.csv"));
        breaks = Csv.rows(out.resolve("truth/breaks.csv"));
    }

    @Test
    void every_rule_is_planted_at_least_twice() {
        Map<String, Long> counts =
                findings.stream().collect(Collectors.groupingBy(f -> f[3], TreeMap::new, Collectors.counting()));

        assertThat(counts.keySet()).containsExactlyInAnyOrder(RULES.split(" "));
        counts.forEach((code, count) -> assertThat(count).as(code).isGreaterThanOrEqualTo(2));
    }

    @Test
    void the_entities_of_planted_rows_are_disjoint() {
        List<String> keys = findings.stream()
                .filter(f -> !f[1].isEmpty() && !f[2].isEmpty() && !isSpoilt(f[0]))
                .map(f -> f[2])
                .toList();

        assertThat(keys).doesNotHaveDuplicates().hasSizeGreaterThan(90);
    }

    @Test
    void a_finding_stands_on_the_row_of_its_key() throws IOException {
        Map<String, List<String>> read = new HashMap<>();
        Set<String> keyless = Set.of("E-101", "M-201", "P-300", "M-206");
        for (String[] finding : findings) {
            if (!finding[1].isEmpty() && !keyless.contains(finding[3])) {
                List<String> lines = read.get(finding[0]);
                if (lines == null) {
                    lines = Folders.lines(path(finding[0]));
                    read.put(finding[0], lines);
                }
                assertThat(lines.get(Integer.parseInt(finding[1]) - 1))
                        .as(String.join(" ", finding))
                        .contains(finding[2]);
            }
        }
        assertThat(read).hasSizeGreaterThan(8);
    }

    @Test
    void every_expected_file_is_loaded_once_in_the_end() {
        Map<String, Long> loaded = files.stream()
                .filter(f -> f[2].equals("LOADED") && f[0].contains("FULL"))
                .collect(Collectors.groupingBy(f -> f[1], Collectors.counting()));

        assertThat(loaded).hasSize(5).containsValue(5L);
        assertThat(loaded.values()).containsOnly(5L);
        assertThat(files.stream().map(f -> f[2]).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("LOADED", "HELD", "REFUSED", "DUPLICATE");
    }

    @Test
    void a_loaded_file_stays_under_the_limit_of_rejects() {
        for (String[] file : files) {
            boolean few = file[0].contains("_CHG_"); // of a few rows a share says nothing
            if (file[2].equals("LOADED") && !few) {
                assertThat(Double.parseDouble(file[5]) / Double.parseDouble(file[3]))
                        .as(file[0])
                        .isLessThan(0.02);
            }
        }
    }

    @Test
    void the_good_files_are_in_balance_although_rows_are_planted() throws IOException {
        for (String[] file : files) {
            if (file[2].equals("LOADED") && file[1].equals("lakeshore/medical")) {
                List<String> lines = Folders.lines(path(file[0]));
                assertThat(lines.size() - 2).as(file[0]).isEqualTo(Integer.parseInt(file[3]));
                long headers = lines.stream().filter(l -> l.startsWith("CH|")).count();
                assertThat(Long.toString(headers)).as(file[0]).isEqualTo(file[6]);
            }
        }
    }

    @Test
    void every_kind_of_break_is_there_twice() {
        List<String[]> breaks = breaksOf("R5");
        Map<String, Long> kinds = kinds(breaks);

        assertThat(kinds.keySet())
                .containsExactlyInAnyOrder(
                        "AMOUNT_DIFF",
                        "DUPLICATE_LEFT",
                        "DUPLICATE_RIGHT",
                        "ONE_SIDED_LEFT",
                        "ONE_SIDED_RIGHT",
                        "STATUS_DIFF",
                        "TIMING");
        kinds.forEach((kind, count) -> assertThat(count).as(kind).isGreaterThanOrEqualTo(2));
        assertThat(breaks.stream().filter(b -> b[5].equals("2"))).hasSize(2);
        assertThat(breaks.stream().filter(b -> b[5].equals("1"))).isEmpty();
        assertThat(breaks.stream().filter(b -> b[8].equals("episode 2"))).hasSize(2);
        assertThat(breaks.stream().filter(b -> b[8].startsWith("TIMING until"))).hasSize(2);
        assertThat(breaks.stream().filter(b -> b[2].equals("TIMING") && !b[7].isEmpty()))
                .hasSizeGreaterThan(20);
    }

    @Test
    void every_kind_of_difference_between_rosters_is_there_twice() {
        Map<String, Long> kinds = kinds(breaksOf("R2"));

        assertThat(kinds.keySet())
                .containsExactlyInAnyOrder(
                        "AMBIGUOUS",
                        "COVERAGE_DIFF",
                        "DEMOGRAPHIC_DIFF",
                        "GHOST",
                        "IDENTITY_CONFLICT",
                        "ID_DIFF",
                        "MISSING",
                        "PLAN_DIFF",
                        "SPAN_DIFF",
                        "TIER_DIFF");
        kinds.forEach((kind, count) -> assertThat(count).as(kind).isGreaterThanOrEqualTo(2));
        assertThat(breaksOf("R2").stream().map(b -> b[1]))
                .contains("LAST_NAME", "FIRST_NAME", "BIRTH_DATE", "GENDER", "EFF", "TERM");
        assertThat(breaksOf("R2").stream().filter(b -> b[8].equals("episode 2")))
                .hasSize(2);
        assertThat(breaksOf("R2").stream().filter(b -> !b[7].isEmpty())).hasSizeGreaterThan(10);
        assertThat(breaksOf("R2").stream().filter(b -> b[8].startsWith("REJECTED:")))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void ends_in_hindsight_and_totals_out_of_balance_are_there_twice() {
        assertThat(kinds(breaksOf("R3"))).containsOnlyKeys("RETRO_TERM", "RESCISSION");
        assertThat(breaksOf("R3").stream().filter(b -> b[8].equals("recovered")))
                .hasSize(2);
        assertThat(breaksOf("R3")).hasSize(8).allMatch(b -> Long.parseLong(b[5]) > 1_000);
        assertThat(kinds(breaksOf("R1"))).containsOnlyKeys("COUNT_DIFF", "AMOUNT_DIFF");
    }

    private List<String[]> breaksOf(String reconciliation) {
        return breaks.stream().filter(b -> b[9].equals(reconciliation)).toList();
    }

    private static Map<String, Long> kinds(List<String[]> breaks) {
        return breaks.stream().collect(Collectors.groupingBy(b -> b[2], TreeMap::new, Collectors.counting()));
    }

    @Test
    void two_cents_differ_in_the_files_and_one_cent_differs_too() throws IOException {
        List<String[]> small =
                breaksOf("R5").stream().filter(b -> b[5].equals("2")).toList();
        for (String[] one : small) {
            assertThat(paid(one[0], "Cascadia", ",")).isEqualTo(Long.toString(Long.parseLong(one[3]) + 2));
            assertThat(paid(one[0], "MCLM_FULL", "\\|")).isEqualTo(one[3]);
        }
    }

    @Test
    void the_month_of_the_report_has_one_late_file() throws IOException {
        String[] timeliness = Csv.rows(out.resolve("truth/measures.csv")).stream()
                .filter(m -> m[0].equals("file-timeliness"))
                .findFirst()
                .orElseThrow();

        assertThat(timeliness).containsExactly("file-timeliness", "2026-10", "19", "20");
    }

    /** Cents that a side says the plan paid for a claim. */
    private String paid(String claim, String part, String delimiter) throws IOException {
        List<String> rows = new ArrayList<>();
        for (String[] file : files) {
            if (file[2].equals("LOADED") && file[0].contains(part)) {
                Folders.lines(path(file[0])).stream()
                        .filter(l -> l.startsWith(claim + ",") || l.startsWith("CH|" + claim + "|"))
                        .forEach(rows::add);
            }
        }
        assertThat(rows).as(claim).hasSize(1);
        String[] fields = rows.get(0).split(delimiter, -1);
        return part.startsWith("MCLM") ? fields[36].replace(".", "").replaceFirst("^0+", "") : fields[15];
    }

    /** Files that are held or refused for their share of rejects, which list many rows. */
    private boolean isSpoilt(String name) {
        return findings.stream().anyMatch(f -> f[0].equals(name) && f[3].equals("F-020"));
    }

    private Path path(String name) {
        Path lakeshore = out.resolve("servers/lakeshore/outbox").resolve(name);
        return Files.exists(lakeshore)
                ? lakeshore
                : out.resolve("servers/cascadia/outbox").resolve(name);
    }
}

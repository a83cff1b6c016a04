package counterpart.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.sample.Scenario.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleWriterTest {
    private static final LocalDate BUSINESS_DATE = LocalDate.of(2026, 11, 10);

    @TempDir
    Path folder;

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others() throws IOException {
        SampleWriter.write(folder.resolve("a"), Scenario.readable());
        SampleWriter.write(folder.resolve("b"), Scenario.readable());
        SampleWriter.write(folder.resolve("c"), new Scenario(8, 120, 4, BUSINESS_DATE, Faults.FEW));

        TreeMap<String, byte[]> first = Folders.contents(folder.resolve("a"));
        TreeMap<String, byte[]> second = Folders.contents(folder.resolve("b"));
        assertThat(second.keySet()).isEqualTo(first.keySet());
        first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
        TreeMap<String, byte[]> other = Folders.contents(folder.resolve("c"));
        String eligibility = first.keySet().stream()
                .filter(name -> name.contains("ELIG_HIST") && name.endsWith(".txt"))
                .findFirst()
                .orElseThrow();
        assertThat(other.get(eligibility)).isNotEqualTo(first.get(eligibility));
    }

    @Test
    void the_committed_sample_is_what_the_generator_writes() throws IOException {
        SampleWriter.write(folder, Scenario.readable());

        TreeMap<String, byte[]> written = Folders.contents(folder);
        TreeMap<String, byte[]> committed = Folders.contents(Path.of("sample-data"));
        committed.remove("README.md");
        assertThat(committed.keySet()).isEqualTo(written.keySet());
        written.forEach(
                (name, bytes) -> assertThat(committed.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void every_file_has_its_marker_and_an_arrival_before_the_business_date() throws IOException {
        SampleWriter.write(folder, Scenario.readable());

        for (String partner : List.of("lakeshore", "cascadia", "meridian")) {
            String marker = partner.equals("meridian") ? ".ready" : ".done";
            Path server = folder.resolve("servers").resolve(partner);
            List<String> rows = Files.readAllLines(server.resolveSibling(server.getFileName() + ".arrivals.csv"));
            assertThat(rows.get(0)).isEqualTo("path,instant");
            List<String> listed = new ArrayList<>();
            for (String row : rows.subList(1, rows.size())) {
                String[] fields = row.split(",", -1);
                listed.add(fields[0]);
                assertThat(server.resolve(fields[0])).exists();
                assertThat(Instant.parse(fields[1])).isBefore(Instant.parse("2026-11-10T00:00:00Z"));
            }
            List<String> present = Folders.outbox(folder, partner, "").stream()
                    .map(f -> "outbox/" + f.getFileName())
                    .toList();
            assertThat(listed).containsAll(present);
            present.forEach(f -> assertThat(listed).contains(f + marker));
        }
    }

    @Test
    void progress_is_told_up_to_the_last_week() throws IOException {
        List<String> told = new ArrayList<>();

        SampleWriter.write(folder, Scenario.readable(), (done, all) -> told.add(done + "/" + all));

        assertThat(told).startsWith("1/18").endsWith("18/18").hasSize(18);
    }

    @Test
    void a_small_set_cannot_carry_every_fault() {
        assertThatThrownBy(() -> new Scenario(1, 500, 6, BUSINESS_DATE, Faults.ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5000 members");
    }

    @Test
    void no_two_families_share_a_last_name() {
        List<String> names = new ArrayList<>();
        for (int family = 0; family < 36_000; family++) {
            names.add(Names.last(family));
        }
        // Two spellings may meet where syllables join; the people still differ in first name, birth date and ZIP.
        assertThat(names.stream().distinct().count()).isGreaterThan(35_000);
    }
}

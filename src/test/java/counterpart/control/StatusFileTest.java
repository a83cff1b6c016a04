package counterpart.control;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.model.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusFileTest {
    private static final Instant NIGHT = Instant.parse("2026-10-06T09:00:00Z");

    @TempDir
    private Path folder;

    private final Clock clock = Clock.fixed(NIGHT, ZoneOffset.UTC);

    @Test
    void a_run_is_seen_while_it_works_and_after_it_ended() {
        Home home = new Home(folder);
        StatusFile file = StatusFile.begin(home, clock, "nightly");
        assertThat(StatusFile.read(home).current()).satisfies(current -> {
            assertThat(current.command()).isEqualTo("nightly");
            assertThat(current.pid()).isEqualTo(ProcessHandle.current().pid());
        });

        file.end(20, "held", "1 file held", Map.of("HELD", 1L), List.of("F-000007 is held"), List.of("due tomorrow"));

        RunStatus after = StatusFile.read(home);
        assertThat(after.current()).isNull();
        assertThat(after.last())
                .containsExactly(Map.entry("nightly", new RunStatus.Ended(NIGHT, NIGHT, 20, "held", "1 file held")));
        assertThat(after.needsYou()).containsExactly("F-000007 is held");
    }

    @Test
    void another_command_keeps_what_was_said_of_the_first() {
        Home home = new Home(folder);
        StatusFile.begin(home, clock, "nightly").end(0, "done", "", Map.of(), List.of(), List.of());
        StatusFile.begin(home, clock, "monthly").end(0, "done", "", Map.of(), List.of(), List.of());

        assertThat(StatusFile.read(home).last()).containsOnlyKeys("nightly", "monthly");
    }

    @Test
    void a_damaged_status_file_is_no_obstacle() throws Exception {
        Home home = new Home(folder);
        Files.writeString(home.statusFile(), "{\"version\": 1, \"las");

        assertThat(StatusFile.read(home).last()).isEmpty();
        StatusFile.begin(home, clock, "nightly");
        assertThat(StatusFile.read(home).current()).isNotNull();
    }
}

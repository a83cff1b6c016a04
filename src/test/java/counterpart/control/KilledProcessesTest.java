package counterpart.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessesTest {
    private static final Instant NOW = Instant.parse("2026-11-10T03:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void what_a_killed_process_unpacked_goes_and_all_else_stays() throws IOException {
        file("libduckdb_java111.so", Duration.ofHours(25));
        file("libduckdb_java222.so", Duration.ofHours(23));
        file("+~JF333.tmp", Duration.ofDays(3));
        file("+~JF444.tmp", Duration.ZERO);
        file("libduckdb.so", Duration.ofDays(3));
        file("claims.tmp", Duration.ofDays(3));
        Files.createDirectories(folder.resolve("libduckdb_javadoc.so/inside"));
        Files.setLastModifiedTime(folder.resolve("libduckdb_javadoc.so"), FileTime.from(NOW.minus(Duration.ofDays(3))));

        KilledProcesses.tidy(folder, NOW);
        KilledProcesses.tidy(folder.resolve("none"), NOW);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "libduckdb_java222.so",
                            "+~JF444.tmp",
                            "libduckdb.so",
                            "claims.tmp",
                            "libduckdb_javadoc.so");
        }
    }

    private void file(String name, Duration age) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }
}

package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.operate.OperatorStage.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A small home after a first night without faults: played once a process, for many tests begin after it. */
final class FirstNight {
    private static @Nullable Path home;

    private FirstNight() {}

    /** A home of its own for a test that begins after that night, with servers of its own. */
    static OperatorStage in(Path folder) throws IOException {
        return OperatorStage.copyOf(home(), folder);
    }

    private static synchronized Path home() throws IOException {
        Path known = home;
        if (known != null) {
            return known;
        }
        Path folder = Files.createTempDirectory("counterpart-first-night");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
        Path played = folder.resolve("home");
        try (OperatorStage stage = OperatorStage.set(played)) {
            Said night = stage.counterpart("nightly");
            assertThat(night.exitCode()).as(night.out() + night.err()).isZero();
        }
        home = played;
        return played;
    }
}

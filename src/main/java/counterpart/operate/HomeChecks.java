package counterpart.operate;

import counterpart.control.RunLog;
import counterpart.control.RunLog.Run;
import counterpart.model.Home;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What doctor looks at in a home besides its stores: room on every disk, and when work last came to its end. */
final class HomeChecks {
    private static final int RUNS = 1_000;
    /** What a command answers when it came to its end, whatever it found. */
    private static final Set<Integer> ENDED = Set.of(0, 3, 10, 20);

    private static final Map<String, Duration> EXPECTED =
            Map.of("nightly", Duration.ofDays(2), "monthly", Duration.ofDays(35), "backup", Duration.ofDays(8));

    private final Checklist list;

    HomeChecks(Checklist list) {
        this.list = list;
    }

    /** Folders may lie on disks of their own; each disk is asked once whether it has this much room. */
    void disks(Home home, long enoughBytes) {
        Map<String, Path> folders = new LinkedHashMap<>();
        folders.put("home", home.root());
        folders.put("control", home.control());
        folders.put("books", home.books());
        folders.put("landing", home.landing());
        folders.put("editions", home.editions());
        folders.put("temp", home.temp());
        folders.put("logs", home.root().resolve("logs"));
        Map<FileStore, String> disks = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, Path> folder : folders.entrySet()) {
                if (Files.isDirectory(folder.getValue())) {
                    disks.merge(
                            Files.getFileStore(folder.getValue()), folder.getKey(), (all, next) -> all + ", " + next);
                    if (!Files.isWritable(folder.getValue())) {
                        list.failed(
                                folder.getKey(),
                                ExitCode.INPUT_OUTPUT,
                                folder.getValue() + " cannot be written; see its owner and rights");
                    }
                }
            }
            for (Map.Entry<FileStore, String> disk : disks.entrySet()) {
                long free = disk.getKey().getUsableSpace();
                String text = String.format(
                        Locale.ROOT,
                        "%,d MB free on %s for %s",
                        free >> 20,
                        disk.getKey().name(),
                        disk.getValue());
                if (free < enoughBytes) {
                    list.failed(
                            "disk",
                            ExitCode.INPUT_OUTPUT,
                            String.format(
                                    Locale.ROOT,
                                    "%s, fewer than %,d MB (diskFreeGigabytes in watch.yaml); make room, see: ./counterpart"
                                            + " purge",
                                    text,
                                    enoughBytes >> 20));
                } else {
                    list.well("disk", text);
                }
            }
        } catch (IOException e) {
            list.failed("disk", ExitCode.INPUT_OUTPUT, "a disk under " + home.root() + " cannot be asked");
        }
    }

    /** When each command that a scheduler starts last came to its end. */
    void lastEnds(RunLog runs, Clock clock) {
        List<Run> latest = runs.latest(RUNS);
        for (String command : List.of("nightly", "monthly", "backup")) {
            Optional<Instant> ended = latest.stream()
                    .filter(run -> run.command().equals(command))
                    .filter(run -> run.exitCode() != null && ENDED.contains(run.exitCode()))
                    .map(run -> Optional.ofNullable(run.ended()).orElse(run.started()))
                    .findFirst();
            String check = "last " + command;
            if (ended.isEmpty()) {
                list.note(check, "none came to its end here yet");
            } else if (ended.get()
                    .plus(EXPECTED.getOrDefault(command, Duration.ZERO))
                    .isBefore(clock.instant())) {
                list.note(check, "came to its end on " + Times.shown(ended.get()) + "; see that its scheduler runs it");
            } else {
                list.well(check, "came to its end on " + Times.shown(ended.get()));
            }
        }
    }
}

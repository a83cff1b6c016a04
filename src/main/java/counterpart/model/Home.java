package counterpart.model;

import java.nio.file.Path;

/** The folder in which one installation keeps everything, and the names of its parts. */
public record Home(Path root) {
    public Home {
        root = root.toAbsolutePath().normalize();
    }

    /** The file whose kernel lock says that a process owns this home. */
    public Path lockFile() {
        return root.resolve("counterpart.lock");
    }

    /** What the last or the present run says of itself; replaced atomically, readable by anybody at any time. */
    public Path statusFile() {
        return root.resolve("status.json");
    }

    /** How things stand, as a page for people; replaced atomically when a run ends. */
    public Path statusPage() {
        return root.resolve("status.html");
    }

    /** What each run came to, one file a run. */
    public Path runs() {
        return root.resolve("runs");
    }

    /** Metrics for a collector of text files, where they are not written elsewhere. */
    public Path metricsFile() {
        return root.resolve("metrics/counterpart.prom");
    }

    /** The control store's folder. */
    public Path control() {
        return root.resolve("control");
    }

    /** The books' folder: loads, runs and {@code books.duckdb}. */
    public Path books() {
        return root.resolve("books");
    }

    /** Files in our custody, by file id. */
    public Path landing() {
        return root.resolve("landing");
    }

    /** Our copies of what we answered, by file id. */
    public Path acknowledgments() {
        return root.resolve("acknowledgments");
    }

    /** Break files as they were sent to both sides, by partnership and as-of date. */
    public Path breakFiles() {
        return root.resolve("break-files");
    }

    /** Editions by partnership, month and revision. */
    public Path editions() {
        return root.resolve("editions");
    }

    /** Configuration, when it is not named elsewhere. */
    public Path jobConfigs() {
        return root.resolve("job-configs");
    }

    /** Space for work in progress; emptied at start. */
    public Path temp() {
        return root.resolve("temp");
    }
}

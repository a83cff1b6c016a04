package counterpart.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Copies and deletes folders with all that is in them. */
final class Trees {
    private Trees() {}

    /** Makes one folder equal to another; times of files included, for they say when a file arrived. */
    static void replace(Path from, Path to) throws IOException {
        delete(to);
        for (Path path : below(from)) {
            Path target = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else {
                Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Deletes what is in a folder, and leaves the folder, which a server may be showing. */
    static void delete(Path folder) throws IOException {
        List<Path> all = below(folder);
        for (Path path : all.stream().sorted(Comparator.reverseOrder()).toList()) {
            if (!path.equals(folder)) {
                Files.delete(path);
            }
        }
    }

    /** The files below a folder, as paths relative to it, in order. */
    static List<Path> files(Path folder) throws IOException {
        return below(folder).stream()
                .filter(Files::isRegularFile)
                .map(folder::relativize)
                .toList();
    }

    private static List<Path> below(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.sorted().toList();
        }
    }
}

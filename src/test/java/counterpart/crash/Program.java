package counterpart.crash;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * How the program under test is started. Its classes go into a jar, as they are installed, so that what is loaded at
 * every start can be kept in an archive: hundreds of starts then cost half.
 */
final class Program {
    /** What is started often and lives briefly wants neither the second compiler nor many threads for its garbage. */
    private static final List<String> BRIEF = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "-Xshare:auto",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-Djava.awt.headless=true");

    private final Path archive;
    private final String classPath;

    private Program(Path archive, String classPath) {
        this.archive = archive;
        this.classPath = classPath;
    }

    /** Packs the classes into a folder. */
    static Program pack(Path folder) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : classPathOfThisTest().split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isRegularFile(path)) {
                jars.add(entry);
            } else if (path.endsWith("classes")) {
                jars.add(0, jar(path, folder.resolve("counterpart.jar")).toString());
            }
        }
        return new Program(folder.resolve("counterpart.jsa"), String.join(File.pathSeparator, jars));
    }

    /**
     * The words that start it; the first start makes the archive when it ends.
     *
     * @param temporary where it may leave what it unpacks
     */
    synchronized List<String> words(Path temporary) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(BRIEF);
        words.add("-Djava.io.tmpdir=" + temporary);
        words.add((Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + archive);
        words.addAll(List.of("-cp", classPath, "counterpart.Counterpart"));
        return words;
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            Set<Path> folders = new HashSet<>(); // whoever looks for all of a folder's files asks for the folder first
            for (Path path : Trees.files(classes)) {
                for (int names = 1; names < path.getNameCount(); names++) {
                    if (folders.add(path.subpath(0, names))) {
                        out.putNextEntry(new JarEntry(path.subpath(0, names) + "/"));
                    }
                }
                out.putNextEntry(new JarEntry(path.toString()));
                Files.copy(classes.resolve(path), out);
                out.closeEntry();
            }
        }
        return jar;
    }

    /** Whichever way this process was given it. */
    private static String classPathOfThisTest() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}

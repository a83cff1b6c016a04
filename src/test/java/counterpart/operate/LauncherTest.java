package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher where something is missing: it says in a sentence what, and what to do. */
class LauncherTest {
    @TempDir
    private Path temp;

    private Path place;
    private Path tools;

    /** What a run said and answered. */
    private record Said(int exitCode, String text) {}

    @BeforeEach
    void copyLauncher() throws IOException {
        place = Files.createDirectories(temp.resolve("place"));
        tools = Files.createDirectories(temp.resolve("tools"));
        Files.copy(Path.of("counterpart"), place.resolve("counterpart"), StandardCopyOption.COPY_ATTRIBUTES);
        for (String tool : List.of("dirname", "readlink", "sed", "find", "cat", "touch", "rm")) {
            stub(tool, "exec " + where(tool) + " \"$@\"");
        }
    }

    @Test
    void without_java() throws Exception {
        assertThat(run("--version"))
                .isEqualTo(
                        new Said(
                                69,
                                "counterpart: no Java was found. Install a JDK of version 17 or later, or set JAVA_HOME to one.\n"));
    }

    @Test
    void with_a_java_that_is_too_old() throws Exception {
        String java = jdk("old", "11.0.2", true).resolve("bin/java").toString();
        assertThat(runWith(Map.of("JAVA_HOME", temp.resolve("old").toString()), "status"))
                .isEqualTo(new Said(
                        69,
                        "counterpart: Java 17 or later is needed; '" + java
                                + "' is version 11. Set JAVA_HOME to a newer JDK.\n"));
    }

    @Test
    void with_a_java_of_the_old_numbering() throws Exception {
        jdk("older", "1.8.0_392", true);
        assertThat(runWith(Map.of("JAVA_HOME", temp.resolve("older").toString()), "status")
                        .text())
                .contains("is version 1. Set JAVA_HOME");
    }

    @Test
    void without_maven_in_a_source_tree() throws Exception {
        sourceTree();
        jdk("new", "17.0.1", true);
        Said said = runWith(Map.of("JAVA_HOME", temp.resolve("new").toString()), "status");
        assertThat(said.exitCode()).isEqualTo(69);
        assertThat(said.text())
                .contains("Maven 3.8 or later was not found. Install Maven")
                .hasLineCount(1);
    }

    @Test
    void without_a_compiler_in_a_source_tree() throws Exception {
        sourceTree();
        jdk("runtime", "21.0.1", false);
        stub("mvn", "exit 1");
        Said said = runWith(Map.of("JAVA_HOME", temp.resolve("runtime").toString()), "status");
        assertThat(said.exitCode()).isEqualTo(69);
        assertThat(said.text()).contains("has no compiler. Install a JDK").hasLineCount(1);
    }

    @Test
    void with_a_build_that_fails() throws Exception {
        sourceTree();
        jdk("new", "17.0.1", true);
        stub("mvn", "echo 'line 7 is wrong'; exit 1");
        Said said = runWith(Map.of("JAVA_HOME", temp.resolve("new").toString()), "status");
        assertThat(said.exitCode()).isEqualTo(70);
        assertThat(said.text()).contains("line 7 is wrong", "the build failed; its messages are above.");
    }

    @Test
    void without_its_jar() throws Exception {
        jdk("new", "17.0.1", true);
        Said said = runWith(Map.of("JAVA_HOME", temp.resolve("new").toString()), "status");
        assertThat(said)
                .isEqualTo(new Said(
                        70, "counterpart: the program's jar is missing: " + place + "/target/counterpart.jar\n"));
    }

    @Test
    void without_the_library_that_fonts_need() throws Exception {
        installed();
        stub("ldconfig", "echo 'libfreetype.so.6 => /lib/libfreetype.so.6'");
        Said said = runWith(Map.of("JAVA_HOME", temp.resolve("new").toString()), "monthly");
        assertThat(said.exitCode()).isEqualTo(69);
        assertThat(said.text())
                .contains("libfontconfig.so.1", "apt-get install libfontconfig1 libfreetype6")
                .hasLineCount(1);
        assertThat(runWith(Map.of("JAVA_HOME", temp.resolve("new").toString()), "status")
                        .text())
                .as("what draws no text needs none")
                .contains("-jar");
    }

    @Test
    void options_and_arguments_reach_java_as_they_are() throws Exception {
        installed();
        stub("ldconfig", "echo 'libfreetype.so.6 libfontconfig.so.1'");
        Map<String, String> settings =
                Map.of("JAVA_HOME", temp.resolve("new").toString(), "COUNTERPART_JAVA_OPTS", "-Xmx2g -XX:+UseG1GC");
        String text = runWith(settings, "nightly", "--home", "a folder").text();
        assertThat(text)
                .contains(
                        "[-Xmx2g][-XX:+UseG1GC][-jar][" + place + "/target/counterpart.jar][nightly][--home][a folder]")
                .doesNotContain("Parallel");
    }

    /** Java's own way to end would be 3, which a scheduler takes for "nothing to do". */
    @Test
    void memory_that_runs_out_is_no_success_and_leaves_no_dump() throws Exception {
        installed();
        stub("ldconfig", "echo 'libfreetype.so.6 libfontconfig.so.1'");
        Map<String, String> settings = Map.of("JAVA_HOME", temp.resolve("new").toString());
        String text = runWith(settings, "nightly").text();
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx32m"));
        Matcher option = Pattern.compile("\\[(-XX:[^]]*OutOfMemory[^]]*)\\]").matcher(text);
        while (option.find()) {
            command.add(option.group(1));
        }
        command.addAll(
                List.of("-cp", Path.of("target/test-classes").toAbsolutePath().toString(), MemoryHog.class.getName()));
        Path folder = Files.createDirectories(temp.resolve("hog"));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("hog.txt").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(temp.resolve("hog.txt")))
                .isEqualTo(137);
        assertThat(folder).isEmptyDirectory();
    }

    private void installed() throws IOException {
        jdk("new", "17.0.1", true);
        Files.writeString(Files.createDirectories(place.resolve("target")).resolve("counterpart.jar"), "a jar");
    }

    private void sourceTree() throws IOException {
        Files.writeString(place.resolve("pom.xml"), "");
        for (String folder : List.of("src/main", "templates", "job-configs")) {
            Files.createDirectories(place.resolve(folder));
        }
    }

    /** A folder that looks like a JDK; its java prints its arguments. */
    private Path jdk(String name, String version, boolean compiler) throws IOException {
        Path bin = Files.createDirectories(temp.resolve(name).resolve("bin"));
        Files.writeString(temp.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        script(bin.resolve("java"), "printf '[%s]' \"$@\"");
        if (compiler) {
            script(bin.resolve("javac"), "exit 0");
        }
        return temp.resolve(name);
    }

    private void stub(String name, String body) throws IOException {
        script(tools.resolve(name), body);
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static Path where(String tool) {
        return Stream.of("/usr/bin", "/bin")
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private Said run(String... arguments) throws Exception {
        return runWith(Map.of(), arguments);
    }

    private Said runWith(Map<String, String> settings, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("/bin/bash", place.resolve("counterpart").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().putAll(settings);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }
}

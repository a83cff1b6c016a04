package counterpart.operate;

import counterpart.model.Home;
import counterpart.partner.Configuration;
import counterpart.sample.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small home with two partners' servers, worked on by command lines only. */
final class OperatorStage implements AutoCloseable {
    private static final Scenario SMALL = new Scenario(3, 90, 3, LocalDate.of(2026, 11, 10), Scenario.Faults.NONE);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SUBSCRIBER_ID = 3;
    private static final int MEMBER_ID = 4;
    private static final int BIRTH_DATE = 12;
    /* Columns of the trailer. */
    private static final int ROWS = 2;
    private static final int MEMBERS = 3;
    private static final int HASH = 13;
    private static final Instant ARRIVAL = Instant.parse("2026-11-20T12:00:00Z");

    /** What a command printed and answered. */
    record Said(int exitCode, String out, String err) {
        JsonNode json() {
            return JSON.readTree(out);
        }
    }

    private DemoStage stage;
    private final List<String> eligibility;
    private int sequence;

    private OperatorStage(DemoStage stage, List<String> eligibility) {
        this.stage = stage;
        this.eligibility = eligibility;
        this.sequence = Integer.parseInt(header(eligibility)[11]);
    }

    static OperatorStage set(Path folder) throws IOException {
        DemoStage stage = serve(new Home(folder));
        try (Stream<Path> files = Files.walk(outbox(stage))) {
            Path newest = files.filter(file -> file.toString().matches(".*_ELIG_FULL_.*\\.txt"))
                    .max(Comparator.comparing(Path::getFileName))
                    .orElseThrow();
            return new OperatorStage(stage, Files.readAllLines(newest));
        }
    }

    /** A home like another that was struck, with servers of its own. */
    static OperatorStage copyOf(Path home, Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(home)) {
            for (Path path : tree.toList()) {
                Files.copy(path, folder.resolve(home.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return set(folder);
    }

    private static DemoStage serve(Home home) throws IOException {
        DemoStage stage = DemoStage.set(home, SMALL, false, new Talk(new PrintWriter(new ByteArrayOutputStream())));
        readableConfiguration(home);
        return stage;
    }

    /** Writes the passwords of the demo's connections so that a command without its key can read them. */
    static void readableConfiguration(Home home) throws IOException {
        for (String partner : new String[] {"lakeshore", "cascadia", "meridian"}) {
            Path file = home.jobConfigs().resolve("partners/" + partner + ".connection.yaml");
            Files.writeString(
                    file,
                    Files.readString(file).replaceAll("password: ENC\\(.*\\)", "password: plain:only-for-the-demo"));
        }
    }

    /** The partners' servers go down. */
    void goDown() {
        stage.close();
    }

    /** The partners' servers are there again. */
    void comeBack() throws IOException {
        stage = serve(stage.home());
    }

    /** Works inside the installation, as a command does. */
    <T> T inside(Function<Installation, T> work) {
        Configuration configuration = Configurations.require(home().jobConfigs());
        try (Installation installation = Installation.open(home(), configuration, Clock.systemUTC(), "test")) {
            return work.apply(installation);
        }
    }

    Home home() {
        return stage.home();
    }

    /** Runs a command line on the home. */
    Said counterpart(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.add("--home");
        arguments.add(home().root().toString());
        return run(arguments.toArray(String[]::new));
    }

    static Said run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = CommandLineInterface.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The id of the only file in custody with this name. */
    String idOf(String name) {
        for (JsonNode file :
                counterpart("files", "--last", "1000", "--json").json().path("files")) {
            if (file.path("name").asString().equals(name)) {
                return file.path("file").asString();
            }
        }
        throw new AssertionError("no file is called " + name);
    }

    String stateOf(String id) {
        return counterpart("file", "show", id, "--json")
                .json()
                .path("file")
                .path("state")
                .asString();
    }

    /** The next file's sequence number is one that its partner never sent. */
    void missASequenceNumber() {
        sequence++;
    }

    /** Sends an eligibility file of one date: the next in sequence, a copy of the newest but for what is changed. */
    String sendEligibility(LocalDate asOf, UnaryOperator<List<String>> change) throws IOException {
        sequence++;
        String day = asOf.toString().replace("-", "");
        String[] header = header(eligibility);
        String fileId = "LS-ELIG-" + day + "-" + sequence;
        header[2] = fileId;
        header[9] = day;
        header[10] = day + "2000" + (10 + sequence);
        header[11] = String.format("%05d", sequence);
        header[14] = day;
        List<String> lines = new ArrayList<>(eligibility);
        lines.set(0, String.join("|", header));
        String trailer = lines.get(lines.size() - 1);
        lines.set(lines.size() - 1, trailer.replaceFirst("TR\\|[^|]*", "TR|" + fileId));
        String name = String.format("LAKESHORE_COM_ELIG_FULL_20260101-%s_%s_%05d.txt", day, header[10], sequence);
        Path file = outbox(stage).resolve(name);
        Files.writeString(file, String.join("\n", change.apply(lines)) + "\n");
        Path marker = Files.createFile(outbox(stage).resolve(name + ".done"));
        for (Path path : new Path[] {file, marker}) {
            Files.setLastModifiedTime(path, FileTime.from(ARRIVAL.plusSeconds(sequence)));
        }
        return name;
    }

    /** Gives so many persons a birth date that cannot be. */
    static UnaryOperator<List<String>> withBadBirthDates(int persons) {
        return lines -> {
            for (int i = 1; i <= persons; i++) {
                String[] row = lines.get(i).split("\\|", -1);
                row[BIRTH_DATE] = "20991231";
                lines.set(i, String.join("|", row));
            }
            return lines;
        };
    }

    /** Leaves out the families of about half of the subscribers; the trailer agrees. */
    static List<String> withoutHalf(List<String> lines) {
        List<String> left = new ArrayList<>();
        Set<String> members = new HashSet<>();
        for (String line : lines) {
            String[] row = line.split("\\|", -1);
            if (!row[0].equals("DT")) {
                left.add(line);
            } else if (Math.floorMod(row[SUBSCRIBER_ID].hashCode(), 2) != 0) {
                left.add(line);
                members.add(row[MEMBER_ID]);
            }
        }
        String[] trailer = left.get(left.size() - 1).split("\\|", -1);
        trailer[ROWS] = String.valueOf(left.size() - 2);
        trailer[MEMBERS] = String.valueOf(members.size());
        trailer[HASH] = "";
        left.set(left.size() - 1, String.join("|", trailer));
        return left;
    }

    /** Says in the header that the file is a test. */
    static List<String> asTest(List<String> lines) {
        lines.set(0, lines.get(0).replaceFirst("\\|P\\|", "|T|"));
        return lines;
    }

    LocalDate newestDate() {
        String day = header(eligibility)[14];
        return LocalDate.of(
                Integer.parseInt(day.substring(0, 4)),
                Integer.parseInt(day.substring(4, 6)),
                Integer.parseInt(day.substring(6)));
    }

    /** The files of a partner's folder. */
    List<String> remote(String partner, String folder) throws IOException {
        Path place = home().root().resolve("sample/servers").resolve(partner).resolve(folder);
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public void close() {
        stage.close();
    }

    private static String[] header(List<String> lines) {
        return lines.get(0).split("\\|", -1);
    }

    private static Path outbox(DemoStage stage) {
        return stage.home().root().resolve("sample/servers/lakeshore/outbox");
    }
}

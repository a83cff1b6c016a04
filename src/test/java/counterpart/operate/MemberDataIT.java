package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.books.Books;
import counterpart.model.Home;
import counterpart.operate.OperatorStage.Said;
import counterpart.sample.Scenario;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * A month of files whose every member-level field is marked runs through the night and the month, with rejected, held and
 * refused files among them, and through every command that tells of it. Then everything that is not the books, the
 * custody of the partners' files or the partners' break file is searched for the marks.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MemberDataIT {
    private static final Scenario MONTH = new Scenario(7, 400, 2, LocalDate.of(2026, 11, 10), Scenario.Faults.FEW);
    private static final String LOG_FORMAT = "logging.structured.format.file";
    private static final String WHY = "asked by phone";

    private final Canaries canaries = new Canaries();
    private final Map<String, String> said = new TreeMap<>();
    private Home home = new Home(Path.of(""));
    private String rejectedFile = "";

    @BeforeAll
    void a_marked_month_passes(@TempDir Path folder) throws IOException {
        home = new Home(folder.resolve("home"));
        try (DemoStage stage =
                DemoStage.set(home, MONTH, false, new Talk(new PrintWriter(new ByteArrayOutputStream())))) {
            keepTheFirstWeek();
            canaries.plant(home.root().resolve("sample/servers"), stage.configuration());
            plantFilesThatCannotBeRead();
            OperatorStage.readableConfiguration(home);
            letSpoiltFilesPass();
            say("nightly");
            decide();
            assertThat(say("monthly", "--month", "2026-09").exitCode())
                    .as(said.get("monthly --month 2026-09"))
                    .isZero();
        }
        System.setProperty(LOG_FORMAT, "logstash");
        say("nightly"); // the partners' servers are down
        System.clearProperty(LOG_FORMAT);
        System.clearProperty("FILE_LOG_STRUCTURED_FORMAT"); // the framework's copy of it
        say("deliver", "--retry", "--reason", WHY);
        look();
    }

    @AfterAll
    void forget() {
        said.clear();
    }

    @Test
    void the_marks_are_many_and_lie_where_they_should() throws IOException, SQLException {
        assertThat(canaries.planted()).isGreaterThan(5_000);
        assertThat(said.get("nightly")).contains("loaded", "refused", "held");
        assertThat(canaries.in(text(home.landing().resolve("F-000001")))).hasSizeGreaterThan(30);
        assertThat(canaries.in(books("select string_agg(member_id, ' ') from coverage_span")))
                .isNotEmpty();
        Said shown = OperatorStage.run(
                "rejects",
                rejectedFile,
                "--show-phi",
                "--reason",
                WHY,
                "--home",
                home.root().toString());
        assertThat(canaries.in(shown.out())).isNotEmpty();
        assertThat(said("audit").out()).contains("showed members' data").contains(WHY);
    }

    @Test
    void no_command_prints_one() {
        assertThat(said).hasSizeGreaterThan(30);
        assertClean(said);
    }

    @Test
    void no_log_status_summary_or_metric_holds_one() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : filesOf(home.root())) {
            String name = home.root().relativize(file).toString();
            if (name.matches("logs/.*|runs/.*|metrics/.*|status.*|control/.*|counterpart\\..*|temp/.*")) {
                texts.put(name, text(file));
            }
        }
        assertThat(texts)
                .containsKeys(
                        "logs/counterpart.log",
                        "status.json",
                        "status.html",
                        "metrics/counterpart.prom",
                        "control/control.script");
        assertThat(texts.keySet()).anyMatch(name -> name.startsWith("runs/"));
        assertClean(texts);
    }

    @Test
    void the_log_has_one_line_for_each_file_and_step_in_text_or_json() throws IOException {
        List<String> lines = Files.readAllLines(home.root().resolve("logs/counterpart.log"));
        List<String> settled = lines.stream()
                .filter(line -> line.contains(" file settled step=settleFile "))
                .toList();
        List<String> json = lines.stream().filter(line -> line.startsWith("{")).toList();

        assertThat(settled)
                .hasSizeGreaterThan(14)
                .anyMatch(
                        line -> line.matches(
                                ".* file=F-000001 feed=cascadia/ledger name=\"Cascadia Ledger .*\\.csv\" state=LOADED .* read=\\d+ .*"));
        assertThat(lines)
                .anyMatch(
                        line -> line.matches(
                                ".* step ended job=intake step=openFile outcome=COMPLETED in=\\d+ out=.* ms=\\d+ .*fileId=F-000001"));
        assertThat(json)
                .as("the night that logged JSON")
                .hasSizeGreaterThan(5)
                .allSatisfy(line -> assertThat(JsonMapper.builder()
                                .build()
                                .readTree(line)
                                .path("message")
                                .asString())
                        .isNotEmpty());
        assertThat(json).anyMatch(line -> line.contains("\"step\":\"listRemoteFiles\""));
    }

    @Test
    void no_name_of_a_file_holds_one() throws IOException {
        Map<String, String> names = new TreeMap<>();
        for (Path file : filesOf(home.root())) {
            names.put("name of " + file, home.root().relativize(file).toString());
        }
        assertThat(names).hasSizeGreaterThan(50);
        assertClean(names);
    }

    @Test
    void no_answer_to_a_partner_holds_one() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : filesOf(home.root())) {
            String name = home.root().relativize(file).toString();
            if (name.startsWith("acknowledgments/") || name.contains("/acks/")) {
                texts.put(name, text(file));
            }
        }
        assertThat(texts.keySet()).anyMatch(name -> name.endsWith(".err.csv"));
        assertClean(texts);
    }

    /** A break file tells both sides ids that they share and the values that differ, and no name, address or account. */
    @Test
    void break_files_hold_ids_and_no_other_marks() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        boolean ids = false;
        for (Path file : filesOf(home.breakFiles())) {
            String text = text(file);
            ids |= text.toLowerCase(java.util.Locale.ROOT).contains(Canaries.ID);
            texts.put(
                    file.toString(),
                    text.replaceAll("(?i)" + Canaries.ID + "[\\w-]*|\\d{7,}", "an id")
                            .replaceAll("(?m)^.*,BIRTH_DATE,.*$", "birth dates that differ"));
        }
        assertThat(ids).as("the month has breaks").isTrue();
        assertClean(texts);
    }

    @Test
    void no_edition_and_no_mail_holds_one() throws IOException, MessagingException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : filesOf(home.editions())) {
            texts.put(file.toString(), file.toString().endsWith(".pdf") ? pdf(Files.readAllBytes(file)) : text(file));
        }
        for (Path file : filesOf(home.root().resolve("sample/mail"))) {
            try (InputStream in = Files.newInputStream(file)) {
                MimeMessage mail = new MimeMessage((Session) null, in);
                StringBuilder text = new StringBuilder();
                mail.getAllHeaderLines()
                        .asIterator()
                        .forEachRemaining(line -> text.append(line).append('\n'));
                parts(mail, text);
                texts.put(file.toString(), text.toString());
            }
        }
        assertThat(texts.keySet())
                .anyMatch(name -> name.endsWith("facts.json"))
                .anyMatch(name -> name.endsWith(".pdf"))
                .anyMatch(name -> name.endsWith(".eml"));
        assertClean(texts);
    }

    @Test
    void no_table_of_the_control_store_holds_one() {
        Map<String, String> tables = new TreeMap<>();
        try (Installation installation =
                Installation.open(home, Configurations.require(home.jobConfigs()), Clock.systemUTC(), "test")) {
            try (Connection connection = installation.get(DataSource.class).getConnection()) {
                rows(connection, "select table_name from information_schema.tables where table_schema = 'PUBLIC'")
                        .lines()
                        .filter(name -> !name.isBlank())
                        .forEach(name ->
                                tables.put("table " + name, rows(connection, "select * from \"" + name + "\"")));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(tables)
                .containsKeys(
                        "table BATCH_STEP_EXECUTION",
                        "table BATCH_JOB_EXECUTION_CONTEXT",
                        "table AUDIT_EVENT",
                        "table RECEIVED_FILE",
                        "table DELIVERY");
        assertThat(tables.get("table AUDIT_EVENT")).contains(WHY);
        assertClean(tables);
    }

    @Test
    void the_books_own_tables_hold_none() throws SQLException {
        String tables = books("""
                select string_agg(table_name, ' ') from information_schema.tables
                where table_type = 'BASE TABLE' and table_schema = 'main'
                """);
        assertThat(tables).contains("active_load");
        Map<String, String> texts = new TreeMap<>();
        for (String table : tables.strip().split(" ")) {
            texts.put("books " + table, books("select * from " + table));
        }
        assertClean(texts);
    }

    private void assertClean(Map<String, String> texts) {
        Map<String, Object> dirty = new TreeMap<>();
        texts.forEach((name, text) -> {
            if (!canaries.in(text).isEmpty()) {
                dirty.put(name, canaries.in(text).stream().limit(5).toList());
            }
        });
        assertThat(dirty).as("places where member data turned up").isEmpty();
    }

    /** History and one fresh week of each feed are enough, and are read sooner. */
    private void keepTheFirstWeek() throws IOException {
        for (Path file : filesOf(home.root().resolve("sample/servers"))) {
            if (file.toString().contains("/outbox/")
                    && Files.getLastModifiedTime(file).toInstant().isAfter(Instant.parse("2026-10-12T00:00:00Z"))) {
                Files.delete(file);
            }
        }
    }

    /** A quotation mark that nobody closes, and a control character, in rows of marked values. */
    private void plantFilesThatCannotBeRead() throws IOException {
        Path servers = home.root().resolve("sample/servers");
        Path ledger = newest(servers.resolve("cascadia/outbox"), "Cascadia Ledger .*FULL.*\\.csv");
        String name = ledger.getFileName().toString().replaceFirst(" (\\d+)\\.csv$", " 99.csv");
        copy(ledger, name, Files.readString(ledger).replaceFirst("(?m)^(QZX[^,]*),", "\"$1,"), ".done");
        Path prescriptions = newest(servers.resolve("lakeshore/outbox"), ".*_RXCLM_FULL_.*\\.txt");
        copy(
                prescriptions,
                prescriptions.getFileName().toString().replaceFirst("_\\d{5}\\.txt$", "_00099.txt"),
                Files.readString(prescriptions).replaceFirst("\\|(QZXM[^|]*)\\|", "|$1\u0001|"),
                ".done");
    }

    private static void copy(Path file, String name, String text, String marker) throws IOException {
        Path copy = file.resolveSibling(name);
        assertThat(text).as("something was changed in " + file).isNotEqualTo(Files.readString(file));
        Files.writeString(copy, text);
        Files.setLastModifiedTime(copy, Files.getLastModifiedTime(file));
        Path done = Files.createFile(file.resolveSibling(name + marker));
        Files.setLastModifiedTime(done, Files.getLastModifiedTime(file));
    }

    private static Path newest(Path outbox, String name) throws IOException {
        return filesOf(outbox).stream()
                .filter(file -> file.getFileName().toString().matches(name))
                .max(java.util.Comparator.comparing(Path::toString))
                .orElseThrow();
    }

    /** Widens the limits of every feed, so that rows spoilt on purpose do not cost their file. */
    private void letSpoiltFilesPass() throws IOException {
        for (Path file : filesOf(home.jobConfigs().resolve("partners"))) {
            Files.writeString(
                    file,
                    Files.readString(file)
                            .replaceAll(
                                    "(?m)^    slot: .*$",
                                    "$0\n    guards: {rejectRateHold: 0.98, rejectRateRefuse: 0.99, volumeSwing: 5,"
                                            + " dollarSwing: 5, terminationShare: 1, groupTerminationShare: 1}"));
        }
    }

    /** A held file is released where there is one. */
    private void decide() {
        for (var file : said("files", "--state", "HELD", "--json").json().path("files")) {
            say("release", file.path("file").asString(), "--reason", WHY);
        }
    }

    /** Every command that tells something. */
    private void look() {
        say("status");
        say("status", "--json");
        say("runs");
        say("plan");
        say("audit");
        say("doctor");
        say("files", "--last", "500");
        for (String run : new String[] {"1", "2", "3", "4"}) {
            say("run", "show", run);
            say("explain", "run", run);
        }
        for (var file : said("files", "--last", "500", "--json").json().path("files")) {
            String id = file.path("file").asString();
            if (file.path("state").asString().equals("superseded")
                    || file.path("rejected").asInt() == 0) {
                continue;
            }
            say("file", "show", id);
            say("explain", id);
            Said rejects = say("rejects", id);
            if (rejects.exitCode() == 0 && rejects.out().contains("E-103")) {
                rejectedFile = id;
            }
        }
    }

    private Said say(String... words) {
        Said answer = said(words);
        said.merge(String.join(" ", words), answer.out() + answer.err(), String::concat);
        return answer;
    }

    private Said said(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--home");
        all.add(home.root().toString());
        return OperatorStage.run(all.toArray(String[]::new));
    }

    private String books(String sql) throws SQLException {
        try (OpenStores stores = OpenStores.look(home, "test")) {
            Books books = stores.books();
            try (Connection connection = books.connect()) {
                return rows(connection, sql);
            }
        }
    }

    private static String rows(Connection connection, String sql) {
        StringBuilder text = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                for (int c = 1; c <= rows.getMetaData().getColumnCount(); c++) {
                    text.append(rows.getString(c)).append('\n');
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return text.toString();
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                bytes = in.readAllBytes();
            }
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String pdf(byte[] bytes) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(pdf)
                    + pdf.getDocumentInformation().getCOSObject()
                    + new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
        }
    }

    private static void parts(Part part, StringBuilder text) throws IOException, MessagingException {
        text.append(part.getFileName()).append('\n');
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                parts(several.getBodyPart(i), text);
            }
        } else if (part.isMimeType("application/pdf")) {
            text.append(pdf(part.getInputStream().readAllBytes()));
        } else {
            text.append(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}

package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.control.HomeLock;
import counterpart.control.StatusFile;
import counterpart.model.Home;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tour: three partners leave a month of files on their servers, night after night Counterpart takes, reads, answers
 * and reconciles them, and at the month's end an edition of each of the two partnerships lies in its committee's folder.
 * Everything goes through the command line, over SFTP, into real stores.
 */
@TestMethodOrder(OrderAnnotation.class)
class MonthInTheLifeIT {
    @TempDir
    private static Path folder;

    private static Path home;
    private static Said cutShort;
    private static Said firstPlay;

    private record Said(int exitCode, String out, String err) {}

    /** An output that ends whoever says a line, once. */
    private static final class CutShort extends ByteArrayOutputStream {
        private final String line;
        private boolean done;

        CutShort(String line) {
            this.line = line;
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            if (!done && toString(StandardCharsets.UTF_8).contains(line)) {
                done = true;
                throw new IllegalStateException("cut short");
            }
        }
    }

    @BeforeAll
    static void a_month_passes() {
        home = folder.resolve("home");
        cutShort = play(new CutShort("  F-000014 "));
        firstPlay = play(new ByteArrayOutputStream());
    }

    @Test
    @Order(1)
    void every_file_is_taken_read_and_loaded() {
        assertThat(firstPlay.err()).isEmpty();
        assertThat(firstPlay.exitCode()).isZero();
        assertThat(firstPlay.out())
                .contains(
                        "FILES",
                        "RECONCILIATION",
                        "PRESCRIPTIONS NET OF REVERSALS",
                        "MEASURES, EDITIONS AND DELIVERIES")
                .contains(
                        "revision 1 of 2026-10 for cascadia-lakeshore was issued and delivered",
                        "revision 1 of 2026-10 for cascadia-meridian was issued and delivered")
                .doesNotContain("FAILED", "Exception");
        assertThat(StatusFile.read(new Home(home)).orElseThrow().files()).containsOnlyKeys("LOADED");
    }

    @Test
    @Order(1)
    void a_demo_that_was_cut_short_goes_on_with_the_night_that_it_was_in() {
        assertThat(cutShort.exitCode()).isEqualTo(ExitCode.INTERNAL.code());
        assertThat(nights(cutShort)).containsExactly("2026-09-27");
        assertThat(cutShort.out()).contains("  F-000014 ").doesNotContain("  F-000015 ");
        assertThat(nights(firstPlay)).startsWith("2026-10-05", "2026-10-12").doesNotHaveDuplicates();
    }

    private static List<String> nights(Said play) {
        return Pattern.compile("Night of (\\S+):")
                .matcher(play.out())
                .results()
                .map(night -> night.group(1))
                .toList();
    }

    @Test
    @Order(2)
    void every_file_is_answered_on_its_senders_server() throws IOException {
        for (String partner : List.of("lakeshore", "cascadia", "meridian")) {
            List<String> sent = names(server(partner).resolve("outbox")).stream()
                    .filter(name -> !name.endsWith(".done") && !name.endsWith(".ready"))
                    .toList();
            List<String> answers = names(server(partner).resolve("acks"));
            assertThat(sent).isNotEmpty().allSatisfy(name -> assertThat(answers).contains(name + "_ACCEPTED.ack.csv"));
        }
    }

    @Test
    @Order(3)
    void both_sides_of_each_partnership_get_the_same_break_file() throws IOException {
        assertSameBreaks(
                server("lakeshore").resolve("breaks"), server("cascadia").resolve("breaks"));
        assertSameBreaks(
                server("meridian").resolve("breaks"), server("cascadia").resolve("breaks-pharmacy"));
    }

    private static void assertSameBreaks(Path left, Path right) throws IOException {
        assertThat(names(left)).isNotEmpty().isEqualTo(names(right));
        for (String name : names(left)) {
            assertThat(right.resolve(name)).hasSameBinaryContentAs(left.resolve(name));
        }
    }

    @Test
    @Order(4)
    void the_committee_finds_its_edition() throws IOException {
        Path delivered = server("cascadia").resolve("committee/cascadia-lakeshore-2026-10-r1.pdf");
        try (var pdf = Loader.loadPDF(delivered.toFile())) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("Cascadia Health Plan and Lakeshore Administrators", "October 2026");
            assertThat(pdf.getNumberOfPages()).isGreaterThanOrEqualTo(2);
        }
        assertThat(delivered)
                .hasSameBinaryContentAs(
                        home.resolve("editions/cascadia-lakeshore/2026-10/r1/cascadia-lakeshore-2026-10-r1.pdf"));
    }

    @Test
    @Order(4)
    void the_other_committee_finds_another_edition_on_both_sides_servers() throws IOException {
        Path manager = server("meridian").resolve("committee/cascadia-meridian-2026-10-r1.pdf");
        try (var pdf = Loader.loadPDF(manager.toFile())) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains("Cascadia Health Plan and Meridian Rx", "October 2026", "Pharmacy cost")
                    .doesNotContain("Lakeshore", "Claim turnaround", "Medical cost");
        }
        assertThat(server("cascadia").resolve("committee-pharmacy/cascadia-meridian-2026-10-r1.pdf"))
                .hasSameBinaryContentAs(manager);
        assertThat(names(server("cascadia").resolve("committee")))
                .allMatch(name -> name.startsWith("cascadia-lakeshore-2026-10-r1"));
    }

    @Test
    @Order(4)
    void the_chair_of_the_other_committee_gets_the_edition_by_mail() throws IOException {
        Path inbox = home.resolve("sample/mail/pharmacy-committee@cascadia.example");
        assertThat(names(inbox)).containsExactly("1.eml");
        String mail = Files.readString(inbox.resolve("1.eml"), StandardCharsets.ISO_8859_1);
        assertThat(mail)
                .contains("To: ", "Subject: ", "cascadia-meridian-2026-10-r1.pdf", "application/pdf")
                .doesNotContain("CHP4");
        assertThat(firstPlay.out()).contains("5 of 5");
    }

    @Test
    @Order(5)
    void a_second_play_finds_nothing_new_and_says_so() throws IOException {
        List<String> before = names(server("lakeshore").resolve("acks"));

        Said again = play(new ByteArrayOutputStream());

        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("Nothing new").contains("was issued before, and nothing has changed since");
        assertThat(names(server("lakeshore").resolve("acks"))).isEqualTo(before);
    }

    @Test
    @Order(6)
    void status_tells_of_it_and_needs_no_configuration() {
        Said status = counterpart("status", "--home", home.toString());

        assertThat(status.exitCode()).isZero();
        assertThat(status.out())
                .contains("Not running.", "demo", "DONE", "Due next:")
                .contains("the file of cascadia/ledger that was due on 2026-11-09 is late");
    }

    @Test
    @Order(7)
    void a_second_run_is_refused_with_the_owners_name() {
        try (HomeLock owner = HomeLock.take(new Home(home), "nightly", java.time.Clock.systemUTC())) {
            Said second = play(new ByteArrayOutputStream());
            assertThat(second.exitCode()).isEqualTo(ExitCode.BUSY.code());
            assertThat(second.err())
                    .contains("nightly", String.valueOf(owner.owner().pid()))
                    .doesNotContain("Exception");
            assertThat(counterpart("status", "--home", home.toString()).out()).contains("Running: 'nightly'");
        }
    }

    @Test
    @Order(8)
    void a_folder_with_something_else_is_never_touched() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("thesis.txt"), "three years of work");

        Said refused = counterpart("demo", "--fresh", "--home", other.toString());

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE.code());
        assertThat(other.resolve("thesis.txt")).hasContent("three years of work");
    }

    private static Path server(String partner) {
        return home.resolve("sample/servers").resolve(partner);
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Said play(ByteArrayOutputStream out) {
        return counterpart(
                out,
                "demo",
                "--home",
                home.toString(),
                "--members",
                "400",
                "--months",
                "8",
                "--faults",
                "NONE",
                "--seed",
                "11");
    }

    private static Said counterpart(String... arguments) {
        return counterpart(new ByteArrayOutputStream(), arguments);
    }

    private static Said counterpart(ByteArrayOutputStream out, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = CommandLineInterface.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}

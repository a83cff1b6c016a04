package counterpart.validate.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.books.BooksSettings;
import counterpart.books.DuckBooks;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.model.FeedId;
import counterpart.model.FileId;
import counterpart.model.Home;
import counterpart.partner.EditTerms;
import counterpart.partner.Feed;
import counterpart.partner.Guards;
import counterpart.receive.FileState;
import counterpart.receive.FolderLanding;
import counterpart.receive.Landing;
import counterpart.receive.Limits;
import counterpart.receive.ReceivedFile;
import counterpart.validate.TestPartners;
import counterpart.validate.csv.CsvReaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process goes on with a file that an earlier one began to read. */
class RestartIT {
    private static final Instant NOW = Instant.parse("2026-10-05T12:00:00Z");
    private static final FeedId FEED = FeedId.of("lakeshore/eligibility");

    @TempDir
    private Path folder;

    private final MemoryCustody custody = new MemoryCustody();
    private Home home;
    private Landing landing;
    private DuckBooks books;
    private ReceivedFile file;

    @BeforeEach
    void take_a_file() throws IOException {
        home = new Home(folder);
        landing = new FolderLanding(home.landing(), Limits.DEFAULT);
        books = DuckBooks.open(home, BooksSettings.besideHeap(), "none");
        byte[] bytes = Samples.eligibility(1, "20261004").getBytes(StandardCharsets.UTF_8);
        Landing.Landed landed = landing.land(FEED, out -> out.write(bytes));
        FileId id = new FileId("F-000001");
        landing.keep(landed, id);
        file = new ReceivedFile(
                id,
                FEED,
                1,
                "ELIG_1.txt",
                landed.receivedSha(),
                landed.clearSha(),
                landed.bytes(),
                NOW,
                NOW,
                FileState.RECEIVED);
        custody.take(file);
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void a_landed_file_that_was_changed_meanwhile_is_not_gone_on_with() throws Exception {
        JobKeys keys = IntakeBench.keys(file);
        Intake before = process();
        before.open(keys, Progress.SILENT);
        before.believe(keys, Progress.SILENT);
        before.stage(keys, Progress.SILENT);
        Path landed = home.landing().resolve("F-000001");
        String text = Files.readString(landed);
        Files.writeString(landed, text.replace("|Doe|", "|Roe|"));

        Intake after = process();
        assertThatThrownBy(() -> after.across(keys, Progress.SILENT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(landed + " was changed since F-000001 was taken in")
                .hasMessageContaining("nothing of it counts")
                .hasMessageContaining("put the file back")
                .hasMessageContaining("ELIG_1.txt")
                .hasMessageContaining(file.receivedSha().value());
        Files.delete(landed);
        assertThatThrownBy(() -> after.settle(keys, Progress.SILENT)).hasMessageContaining(landed + " is gone");

        Files.writeString(landed, text);
        after.across(keys, Progress.SILENT);
        after.settle(keys, Progress.SILENT);
        assertThat(custody.the(file.id()).state()).isEqualTo(FileState.LOADED);
    }

    private Intake process() {
        var configuration = TestPartners.configuration(Guards.DEFAULT, Feed.Absence.TERMINATE, EditTerms.NONE);
        return new Intake(
                configuration,
                home,
                custody,
                landing,
                books,
                new Promotion(configuration, custody, books),
                new CsvReaders(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }
}

package counterpart.receive;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.finding.Finding;
import counterpart.finding.Outcome;
import counterpart.model.FeedId;
import counterpart.model.FileId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A landed zip archive: its one file is the file, whatever it is called inside. */
class FolderLandingZipTest {
    private static final FeedId FEED = FeedId.of("lakeshore/medical");
    private static final Limits SMALL = new Limits(1L << 30, 1_000_000, 5);

    @TempDir
    Path folder;

    private int number;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 200_000})
    void the_one_file_of_an_archive_is_read_and_known_by_its_clear_bytes(int length) throws IOException {
        byte[] clear = noise(length);
        ReceivedFile packed = land(zip(entry("claims.txt", clear)), Limits.DEFAULT);
        ReceivedFile plain = land(clear, Limits.DEFAULT);

        assertThat(packed.clearSha()).isEqualTo(plain.clearSha()).isNotEqualTo(packed.receivedSha());
        assertThat(clear(packed, Limits.DEFAULT)).isEqualTo(clear);
    }

    @Test
    void a_stored_entry_is_read_too() throws IOException {
        byte[] clear = bytes("HD|1");
        ZipEntry stored = new ZipEntry("a.txt");
        stored.setMethod(ZipEntry.STORED);
        stored.setSize(clear.length);
        CRC32 crc = new CRC32();
        crc.update(clear);
        stored.setCrc(crc.getValue());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(stored);
            zip.write(clear);
        }
        assertThat(clear(land(out.toByteArray(), Limits.DEFAULT), Limits.DEFAULT))
                .isEqualTo(clear);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/cron.d/claims", "/tmp/claims", "C:\\claims", "a/b/c.txt"})
    void the_name_inside_leads_nowhere(String name) throws IOException {
        ReceivedFile file = land(zip(entry(name, bytes("one"))), Limits.DEFAULT);

        assertThat(clear(file, Limits.DEFAULT)).isEqualTo(bytes("one"));
        try (Stream<Path> paths = Files.walk(folder)) {
            assertThat(paths.filter(Files::isRegularFile))
                    .containsExactly(folder.resolve(file.id().value()));
        }
    }

    @Test
    void an_archive_of_none_of_several_or_of_a_folder_is_refused_with_a_sentence() throws IOException {
        assertThat(refusal(zip(), Limits.DEFAULT))
                .contains("is a zip archive but cannot be unpacked: it holds no file.");
        assertThat(refusal(zip(entry("a", bytes("1")), entry("b", bytes("2"))), Limits.DEFAULT))
                .contains("it holds 2 entries; one file was agreed.");
        assertThat(refusal(zip(entry("folder/", bytes(""))), Limits.DEFAULT))
                .contains("it holds a folder and no file.");
    }

    @Test
    void size_and_ratio_have_limits() throws IOException {
        assertThat(refusal(zip(entry("a", noise(1_000_001))), SMALL)).contains("unpacks to more than 1000000 bytes.");
        byte[] zeros = new byte[17 * 1024 * 1024];
        assertThat(refusal(zip(entry("a", zeros)), Limits.DEFAULT))
                .contains("unpacks to more than 200 times its size.");
        assertThat(clear(land(zip(entry("a", noise(1_000_000))), SMALL), SMALL)).hasSize(1_000_000);
    }

    @Test
    void an_encrypted_archive_is_refused() throws IOException {
        byte[] packed = zip(entry("a", bytes("one")));
        packed[6] |= 1;
        assertThat(refusal(packed, Limits.DEFAULT)).contains("it is encrypted with a password.");
    }

    @Test
    void every_cut_is_noticed_and_no_damage_gives_other_content() throws IOException {
        byte[] clear = noise(60);
        byte[] packed = zip(entry("a", clear));
        for (int length = 4; length < packed.length; length++) {
            assertThat(refusal(Arrays.copyOf(packed, length), Limits.DEFAULT))
                    .as("cut at %d", length)
                    .isNotEmpty();
        }
        int noticed = 0;
        for (int i = 4; i < packed.length; i++) {
            byte[] damaged = packed.clone();
            damaged[i] ^= 0x10;
            ReceivedFile file = land(damaged, Limits.DEFAULT);
            Outcome<InputStream> opened = landing(Limits.DEFAULT).openClear(file);
            if (opened instanceof Outcome.Success<InputStream> success) {
                try (InputStream in = success.value()) {
                    assertThat(in.readAllBytes()).as("byte %d", i).isEqualTo(clear);
                }
            } else {
                noticed++;
            }
        }
        assertThat(noticed).isGreaterThan(clear.length);
    }

    private String refusal(byte[] bytes, Limits limits) throws IOException {
        ReceivedFile file = land(bytes, limits);
        assertThat(file.clearSha()).isEqualTo(file.receivedSha());
        List<Finding> findings = landing(limits).openClear(file).findings();
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).code()).isEqualTo(FolderLanding.CANNOT_UNPACK);
        return findings.get(0).sentence();
    }

    private ReceivedFile land(byte[] bytes, Limits limits) throws IOException {
        FileId id = new FileId(String.format("F-%06d", ++number));
        FolderLanding landing = landing(limits);
        Landing.Landed landed = landing.land(FEED, out -> out.write(bytes));
        landing.keep(landed, id);
        return new ReceivedFile(
                id,
                FEED,
                1,
                "claims.zip",
                landed.receivedSha(),
                landed.clearSha(),
                landed.bytes(),
                Instant.EPOCH,
                Instant.EPOCH,
                FileState.RECEIVED);
    }

    private byte[] clear(ReceivedFile file, Limits limits) throws IOException {
        Outcome<InputStream> opened = landing(limits).openClear(file);
        assertThat(opened.findings()).isEmpty();
        try (InputStream in = ((Outcome.Success<InputStream>) opened).value()) {
            return in.readAllBytes();
        }
    }

    private FolderLanding landing(Limits limits) {
        return new FolderLanding(folder, limits);
    }

    private record Entry(String name, byte[] clear) {}

    private static Entry entry(String name, byte[] clear) {
        return new Entry(name, clear);
    }

    private static byte[] zip(Entry... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Entry entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.name()));
                zip.write(entry.clear());
            }
        }
        return out.toByteArray();
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

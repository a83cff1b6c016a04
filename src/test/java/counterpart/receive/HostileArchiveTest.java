package counterpart.receive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import counterpart.finding.Outcome;
import counterpart.model.FeedId;
import counterpart.model.FileId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packed files that were made to harm: each is refused with a sentence, little is read of it, and nothing else is written. */
class HostileArchiveTest {
    private static final FeedId FEED = FeedId.of("lakeshore/medical");
    private static final int END_LENGTH = 22;
    private static final int MIB = 1024 * 1024;

    @TempDir
    private Path folder;

    private int number;

    @Test
    void a_bomb_is_given_up_before_much_of_it_is_read() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] member = gzip(new byte[8 * MIB]);
        for (int i = 0; i < 125; i++) {
            packed.writeBytes(member); // a gigabyte in all
        }
        ByteArrayInputStream read = new ByteArrayInputStream(packed.toByteArray());
        try (InputStream clear = new GzipStream(read, Limits.DEFAULT)) {
            assertThat(drained(clear)).contains("more than 200 times its size");
        }
        assertThat(packed.size() - read.available()).isLessThan(packed.size() / 5);
        assertThat(refusal(packed.toByteArray())).contains("more than 200 times its size");
    }

    @Test
    void what_is_packed_twice_is_refused() throws IOException {
        byte[] rows = "HD|1\n".getBytes(UTF_8);
        assertThat(refusal(gzip(gzip(rows)))).contains("what it holds is gzip again; pack it once");
        assertThat(refusal(gzip(zip(rows)))).contains("what it holds is a zip archive again; pack it once");
        assertThat(refusal(zip(gzip(rows)))).contains("what it holds is gzip again; pack it once");
        byte[] deep = rows;
        for (int level = 0; level < 50; level++) {
            deep = zip(deep);
        }
        assertThat(refusal(deep)).contains("what it holds is a zip archive again; pack it once");
    }

    @Test
    void what_a_file_is_called_decides_nothing() throws IOException {
        byte[] rows = "HD|1\n".getBytes(UTF_8);
        for (String name : List.of("claims.gz", "claims.txt", "claims.zip", "claims")) {
            assertThat(clear(land(name, gzip(rows)))).isEqualTo(rows);
            assertThat(clear(land(name, zip(rows)))).isEqualTo(rows);
            assertThat(clear(land(name, rows))).isEqualTo(rows);
        }
    }

    @Test
    void a_second_entry_that_the_end_record_keeps_quiet_about_is_refused() throws IOException {
        byte[] two = zip("one".getBytes(UTF_8), "two".getBytes(UTF_8));
        ByteBuffer bytes = little(two);
        bytes.putShort(two.length - END_LENGTH + 8, (short) 1);
        bytes.putShort(two.length - END_LENGTH + 10, (short) 1);
        assertThat(refusal(two)).contains("its directory lists 2 files and speaks of one");
    }

    @Test
    void data_that_no_directory_lists_is_refused() throws IOException {
        byte[] hidden = withoutDirectory(zip("hidden".getBytes(UTF_8)));
        byte[] shown = zip("shown".getBytes(UTF_8));

        byte[] before = join(hidden, shown);
        moveDirectory(before, hidden.length);
        little(before).putInt(directoryAt(before) + 42, hidden.length);
        assertThat(refusal(before)).contains("it holds other data than its directory speaks of");

        int directory = directoryAt(shown);
        byte[] after =
                join(Arrays.copyOf(shown, directory), hidden, Arrays.copyOfRange(shown, directory, shown.length));
        moveDirectory(after, hidden.length);
        assertThat(refusal(after)).contains("it holds other data than its directory speaks of");

        assertThat(refusal(join(shown, "rows that nobody would read".getBytes(UTF_8))))
                .contains("it has other data after its packed data");
    }

    @ParameterizedTest
    @ValueSource(longs = {0x10000000L, 0x7FFFFFFFL, 0xFFFFFFFFL})
    void a_directory_that_claims_to_be_huge_is_refused_before_memory_is_asked_for(long claimed) throws IOException {
        byte[] small = zip("one".getBytes(UTF_8));
        Path file = folder.resolve("sparse");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write(small);
            sparse.setLength(3L << 30);
            sparse.seek(sparse.length() - END_LENGTH);
            byte[] end = Arrays.copyOfRange(small, small.length - END_LENGTH, small.length);
            little(end).putInt(12, (int) claimed);
            sparse.write(end);
        }
        assertThat(drained(() -> Packing.of(file).open(file, Limits.DEFAULT)))
                .contains("its directory is longer than that of one file");
    }

    @Test
    void an_end_record_that_points_to_another_one_is_refused() throws IOException {
        byte[] bytes = zip("one".getBytes(UTF_8));
        little(bytes).putInt(bytes.length - END_LENGTH + 16, -1);
        assertThat(refusal(bytes)).contains("its directory does not say where it is");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, -1})
    void sizes_that_are_not_true_are_refused(int size) throws IOException {
        byte[] clear = "rows and rows and rows and rows".getBytes(UTF_8);
        byte[] bytes = zip(clear);
        little(bytes).putInt(directoryAt(bytes) + 24, size);
        assertThat(refusal(bytes)).contains("cannot be unpacked");

        byte[] packed = zip(clear);
        little(packed).putInt(directoryAt(packed) + 20, size);
        assertThat(refusal(packed)).contains("cannot be unpacked");
    }

    @Test
    void no_damage_of_any_kind_is_more_than_a_refusal() throws IOException {
        long seed = 20261122;
        Random random = new Random(seed);
        byte[] rows = "HD|1\nDT|2\nTR|3\n".repeat(20).getBytes(UTF_8);
        Path file = folder.resolve("damaged");
        int refused = 0;
        for (byte[] packed : List.of(zip(rows), gzip(rows))) {
            for (int i = 0; i < 500; i++) {
                Files.write(file, damaged(packed, random));
                Packing packing = Packing.of(file);
                try (InputStream in = packing.open(file, Limits.DEFAULT)) {
                    byte[] clear = in.readAllBytes();
                    assertThat(packing == Packing.PLAIN || Arrays.equals(clear, rows))
                            .as("seed %d, number %d: %s", seed, i, packing)
                            .isTrue();
                } catch (PackingDamage e) {
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(700);
    }

    private static byte[] damaged(byte[] packed, Random random) {
        byte[] damaged = packed.clone();
        int changes = 1 + random.nextInt(6);
        for (int change = 0; change < changes; change++) {
            damaged[2 + random.nextInt(damaged.length - 2)] = (byte) random.nextInt();
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged;
    }

    @Test
    void archives_of_another_program_are_read_or_refused() throws Exception {
        assumeTrue(hasZip(), "skipped: there is no program called zip");
        Path work = Files.createDirectory(folder.resolve("work"));
        Files.writeString(work.resolve("rows.txt"), "HD|1\n");
        Files.createSymbolicLink(work.resolve("link.txt"), Path.of("/etc/passwd"));
        Files.createDirectory(work.resolve("folder"));
        run(work, "zip", "-q", "one.zip", "rows.txt");
        run(work, "sh", "-c", "cat rows.txt | zip -q - - > streamed.zip");
        run(work, "zip", "-q", "--symlinks", "link.zip", "link.txt");
        run(work, "zip", "-q", "several.zip", "rows.txt", "link.txt");
        run(work, "zip", "-q", "-r", "folder.zip", "folder");
        run(work, "zip", "-q", "-P", "secret", "locked.zip", "rows.txt");

        for (String name : List.of("one.zip", "streamed.zip")) {
            assertThat(clear(land(name, Files.readAllBytes(work.resolve(name)))))
                    .asString(UTF_8)
                    .isEqualTo("HD|1\n");
        }
        assertThat(refusal(Files.readAllBytes(work.resolve("link.zip")))).contains("it holds a link and no file");
        assertThat(refusal(Files.readAllBytes(work.resolve("several.zip")))).contains("it holds 2 entries");
        assertThat(refusal(Files.readAllBytes(work.resolve("folder.zip")))).contains("it holds a folder");
        assertThat(refusal(Files.readAllBytes(work.resolve("locked.zip")))).contains("encrypted with a password");
    }

    /** The sentence with which a file is refused, after a look that nothing but its own bytes was written. */
    private String refusal(byte[] bytes) throws IOException {
        ReceivedFile file = land("claims.zip", bytes);
        List<String> sentences = landing().openClear(file).findings().stream()
                .map(f -> f.code() + " " + f.sentence())
                .toList();
        assertThat(sentences).hasSize(1);
        try (Stream<Path> paths = Files.list(folder)) {
            assertThat(paths.filter(Files::isRegularFile)).hasSize(number);
        }
        assertThat(sentences.get(0)).startsWith("F-002 ");
        return sentences.get(0);
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    private static String drained(Opening opening) throws IOException {
        try (InputStream in = opening.open()) {
            return drained(in);
        } catch (PackingDamage e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String drained(InputStream in) throws IOException {
        byte[] buffer = new byte[8192];
        long produced = 0;
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                produced += n;
            }
        } catch (PackingDamage e) {
            return String.valueOf(e.getMessage());
        }
        return "it was read: " + produced + " bytes";
    }

    private ReceivedFile land(String name, byte[] bytes) throws IOException {
        FileId id = new FileId(String.format("F-%06d", ++number));
        Landing.Landed landed = landing().land(FEED, out -> out.write(bytes));
        landing().keep(landed, id);
        return new ReceivedFile(
                id,
                FEED,
                1,
                name,
                landed.receivedSha(),
                landed.clearSha(),
                landed.bytes(),
                Instant.EPOCH,
                Instant.EPOCH,
                FileState.RECEIVED);
    }

    private byte[] clear(ReceivedFile file) throws IOException {
        Outcome<InputStream> opened = landing().openClear(file);
        assertThat(opened.findings()).isEmpty();
        try (InputStream in = ((Outcome.Success<InputStream>) opened).value()) {
            return in.readAllBytes();
        }
    }

    private FolderLanding landing() {
        return new FolderLanding(folder, Limits.DEFAULT);
    }

    private static int directoryAt(byte[] zip) {
        return little(zip).getInt(zip.length - END_LENGTH + 16);
    }

    private static void moveDirectory(byte[] zip, int by) {
        little(zip).putInt(zip.length - END_LENGTH + 16, directoryAt(zip) + by);
    }

    private static byte[] withoutDirectory(byte[] zip) {
        return Arrays.copyOf(zip, directoryAt(zip));
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] gzip(byte[] clear) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(clear);
        }
        return out.toByteArray();
    }

    private static byte[] zip(byte[]... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries.length; i++) {
                zip.putNextEntry(new ZipEntry("entry" + i));
                zip.write(entries[i]);
            }
        }
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static boolean hasZip() {
        return Files.isExecutable(Path.of("/usr/bin/zip"));
    }

    private static void run(Path where, String... words) throws Exception {
        Process process = new ProcessBuilder(words)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}

package counterpart.partner.yaml;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes a file holds, reading gives a configuration or faults, never an exception. */
class MangledYamlTest {
    private static final List<String> FILES =
            List.of("partners/lakeshore.yaml", "partners/cascadia.yaml", "partnerships/cascadia-lakeshore.yaml");
    private static final String INTERESTING = "\t\n :{}[]&*!|>'\"%@`#,-?~\u0000\u0007\u00ff0123abyzZ\\/()<.";
    private static final int ROUNDS = 150;

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(longs = {1, 20261101, 777_777})
    void reading_mangled_files_never_throws(long seed) throws IOException {
        Random random = new Random(seed);
        ConfigFolder folder = ConfigFolder.copyOfExample(temp);
        for (int round = 0; round < ROUNDS; round++) {
            String file = FILES.get(random.nextInt(FILES.size()));
            Path path = folder.root().resolve(file);
            byte[] whole = Files.readAllBytes(path);
            byte[] mangled = whole;
            for (int i = 0; i <= random.nextInt(4); i++) {
                mangled = mangle(mangled, random);
            }
            Files.write(path, mangled);
            byte[] shown = mangled;
            assertThatCode(() -> folder.read().faults())
                    .as(() -> "seed " + seed + ", " + file + ":\n" + new String(shown, StandardCharsets.ISO_8859_1))
                    .doesNotThrowAnyException();
            Files.write(path, whole);
        }
    }

    private static byte[] mangle(byte[] bytes, Random random) {
        if (bytes.length < 2) {
            return INTERESTING.getBytes(StandardCharsets.UTF_8);
        }
        int at = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(40));
        byte[] piece = Arrays.copyOfRange(bytes, at, to);
        return switch (random.nextInt(6)) {
            case 0 -> flip(bytes, at, random);
            case 1 -> join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
            case 2 -> join(Arrays.copyOf(bytes, to), join(piece, Arrays.copyOfRange(bytes, to, bytes.length)));
            case 3 -> Arrays.copyOf(bytes, at);
            case 4 -> insert(bytes, at, piece(random));
            default -> insert(bytes, random.nextInt(bytes.length), piece);
        };
    }

    private static byte[] piece(Random random) {
        char c = INTERESTING.charAt(random.nextInt(INTERESTING.length()));
        return String.valueOf(c).repeat(1 + random.nextInt(3)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] flip(byte[] bytes, int at, Random random) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return flipped;
    }

    private static byte[] insert(byte[] bytes, int at, byte[] piece) {
        return join(join(Arrays.copyOf(bytes, at), piece), Arrays.copyOfRange(bytes, at, bytes.length));
    }

    private static byte[] join(byte[] a, byte[] b) {
        byte[] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }
}

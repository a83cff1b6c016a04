package counterpart.receive.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads this stage's longer statements. */
final class SqlText {
    private SqlText() {}

    static String of(String name) {
        String path = "/sql/receive/" + name + ".sql";
        try (InputStream in = SqlText.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program cannot read its resource " + path, e);
        }
    }
}

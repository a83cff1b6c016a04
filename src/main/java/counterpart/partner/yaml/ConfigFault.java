package counterpart.partner.yaml;

import java.nio.file.Path;

/**
 * One thing that is wrong in a configuration file.
 *
 * @param file the file, relative to the configuration's folder
 * @param line the line, from 1
 * @param key the path of the key, for example {@code feeds.eligibility.layout}; empty when the file as a whole is meant
 * @param sentence what is wrong; never a secret
 * @param remedy what to write or do instead
 */
public record ConfigFault(Path file, int line, String key, String sentence, String remedy) {
    public ConfigFault {
        if (line < 1 || sentence.isBlank() || remedy.isBlank()) {
            throw new IllegalArgumentException("a fault names a line, what is wrong and what to do");
        }
    }

    /** The fault on one line: {@code file:line: key: sentence remedy}. */
    @Override
    public String toString() {
        String place = file.toString().replace('\\', '/') + ":" + line + ": ";
        return place + (key.isEmpty() ? "" : key + ": ") + sentence + " " + remedy;
    }
}

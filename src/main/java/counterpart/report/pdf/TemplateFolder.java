package counterpart.report.pdf;

import com.openhtmltopdf.extend.FSStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The folder of templates, styles, icons and fonts on the classpath; the only place that a page may load from. */
final class TemplateFolder {
    static final String SCHEME = "template";
    private static final Pattern ADDRESS = Pattern.compile("template:/([a-z0-9-]+/)*[a-z0-9-]+\\.(css|svg)");

    private TemplateFolder() {}

    /** Whether a page may load this address. */
    static boolean holds(String address) {
        return ADDRESS.matcher(address).matches();
    }

    static FSStream open(String address) {
        byte[] bytes = read(address.substring((SCHEME + ":/").length()));
        return new FSStream() {
            @Override
            public InputStream getStream() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public Reader getReader() {
                return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
            }
        };
    }

    /** @throws IllegalStateException when this build lacks the file */
    static byte[] read(String path) {
        try (InputStream in = TemplateFolder.class.getResourceAsStream("/templates/" + path)) {
            if (in == null) {
                throw new IllegalStateException("templates/" + path + " is missing from this build; build it again");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("templates/" + path + " cannot be read", e);
        }
    }

    /** What stands between the outer tags of an icon. */
    static String svgBody(String path) {
        String svg = new String(read(path), StandardCharsets.UTF_8);
        return svg.substring(svg.indexOf('>') + 1, svg.lastIndexOf("</svg>")).strip();
    }
}

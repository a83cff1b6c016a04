package counterpart.operate;

import counterpart.model.Home;
import counterpart.partner.Configuration;
import counterpart.partner.yaml.SecretBox;
import counterpart.sample.server.DemoMailServer;
import counterpart.sample.server.DemoSftpServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Writes the demo's configuration under its home: the example configuration of the product with all its partners and
 * partnerships, each partner's connection replaced by one to its server in this process, recipients by mail reached by a
 * mail server in this process, the secrets encrypted under a key of the demo's own.
 */
final class DemoConfiguration {
    private static final String EXAMPLE = "job-configs/";
    private static final String YAML = ".yaml";
    /** A recipient by mail stands in the example as a comment, for it needs a mail server; the demo has one. */
    private static final Pattern BY_MAIL = Pattern.compile("(?m)^( +)# (- \\{name: [^}]*email: [^}]*\\})");

    private DemoConfiguration() {}

    /** Copies the example; answers the names of its partners. */
    static List<String> copyExample(Home home) throws IOException {
        copyExample(home.jobConfigs());
        return names(home.jobConfigs().resolve("partners"));
    }

    /** Completes the copy, once every partner has a server. */
    static Configuration write(
            Home home, Map<String, DemoSftpServer> servers, DemoMailServer mail, String user, String password)
            throws IOException {
        Path folder = home.jobConfigs();
        SecretBox box = new SecretBox(secretFile(home.root().resolve("counterpart.key")));
        for (String partnership : names(folder.resolve("partnerships"))) {
            secretFile(folder.resolve("keys/" + partnership + ".key"));
            Path file = folder.resolve("partnerships/" + partnership + YAML);
            Files.writeString(file, BY_MAIL.matcher(Files.readString(file)).replaceAll("$1$2"));
        }
        Files.writeString(folder.resolve("mail.yaml"), relay(mail));
        for (Map.Entry<String, DemoSftpServer> server : servers.entrySet()) {
            Files.writeString(
                    folder.resolve("partners/" + server.getKey() + ".connection.yaml"),
                    connection(server.getValue(), user, box.encrypt(password)));
        }
        return Configurations.require(folder, java.util.Optional.of(box));
    }

    /** The names of a folder's YAML files, connections aside. */
    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(YAML) && !name.endsWith(".connection" + YAML))
                    .map(name -> name.substring(0, name.length() - YAML.length()))
                    .sorted()
                    .toList();
        }
    }

    private static String relay(DemoMailServer mail) {
        return """
                # Written by the demo: its mail server is part of this process and forwards nothing.
                mail:
                  host: 127.0.0.1
                  port: %d
                  protection: NONE
                  from: counterpart@counterpart.example
                  domains: [cascadia.example, lakeshore.example, meridian.example]
                """.formatted(mail.port());
    }

    private static String connection(DemoSftpServer server, String user, String password) {
        return """
                # Written by the demo: its servers choose other ports at each start.
                connection:
                  host: 127.0.0.1
                  port: %d
                  user: %s
                  password: %s
                  hostKeys: ["%s"]
                  timeoutSeconds: 20
                  retries: 0
                """.formatted(server.port(), user, password, server.fingerprint());
    }

    private static void copyExample(Path folder) throws IOException {
        PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        for (Resource resource : resources.getResources("classpath*:" + EXAMPLE + "**/*.*")) {
            String path = resource.getURL().getPath();
            Path target = folder.resolve(path.substring(path.lastIndexOf(EXAMPLE) + EXAMPLE.length()));
            Files.createDirectories(target.getParent());
            try (InputStream in = resource.getInputStream()) {
                Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** A file with a random key that only this account may read; an earlier demo's is kept. */
    private static String secretFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, SecretBox.newKey() + "\n");
        }
        return Files.readString(file).strip();
    }
}

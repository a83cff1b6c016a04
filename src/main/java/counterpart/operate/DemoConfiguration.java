package counterpart.operate;

import counterpart.model.Home;
import counterpart.partner.Configuration;
import counterpart.partner.yaml.SecretBox;
import counterpart.sample.server.DemoSftpServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Writes the demo's configuration under its home: the example configuration of the product, each partner's connection
 * replaced by one to its server in this process, the secrets encrypted under a key of the demo's own.
 */
final class DemoConfiguration {
    private static final String EXAMPLE = "job-configs/";

    private DemoConfiguration() {}

    static Configuration write(Home home, Map<String, DemoSftpServer> servers, String user, String password)
            throws IOException {
        Path folder = home.jobConfigs();
        copyExample(folder);
        SecretBox box = new SecretBox(secretFile(home.root().resolve("counterpart.key")));
        secretFile(folder.resolve("keys/cascadia-lakeshore.key"));
        for (Map.Entry<String, DemoSftpServer> server : servers.entrySet()) {
            Files.writeString(
                    folder.resolve("partners/" + server.getKey() + ".connection.yaml"),
                    connection(server.getValue(), user, box.encrypt(password)));
        }
        return Configurations.require(folder, java.util.Optional.of(box));
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

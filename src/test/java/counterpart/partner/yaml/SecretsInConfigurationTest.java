package counterpart.partner.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.model.PartnerId;
import counterpart.model.PartnershipId;
import counterpart.partner.Configuration;
import counterpart.partner.Connection;
import counterpart.partner.Partner;
import counterpart.partner.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsInConfigurationTest {
    private static final String KEY_LINE = "  keyFile: ../keys/counterpart_ed25519";
    private static final SecretBox BOX = new SecretBox("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");

    @TempDir
    Path temp;

    private ConfigFolder folder;

    @BeforeEach
    void copy() {
        folder = ConfigFolder.copyOfExample(temp);
    }

    @Test
    void an_encrypted_password_arrives_in_clear_and_never_prints() {
        folder.change("partners/lakeshore.yaml", KEY_LINE, "  password: " + BOX.encrypt("swordfish"));

        Connection connection = lakeshore(folder.read(Optional.of(BOX))).connection();

        assertThat(connection.password()).isEqualTo(new Secret("swordfish"));
        assertThat(connection.keyFile()).isNull();
        assertThat(connection.toString()).doesNotContain("swordfish");
    }

    @Test
    void an_altered_value_is_told_without_showing_it() {
        String sealed = BOX.encrypt("swordfish");
        folder.change("partners/lakeshore.yaml", KEY_LINE, "  password: " + sealed.replace("ENC(", "ENC(A"));

        List<ConfigFault> faults = folder.read(Optional.of(BOX)).faults();

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.key()).isEqualTo("connection.password");
            assertThat(fault.line()).isEqualTo(13);
            assertThat(fault.sentence()).contains("cannot be decrypted");
            assertThat(fault.toString()).doesNotContain(sealed.substring(6, 20));
        });
    }

    @Test
    void an_encrypted_nothing_is_no_secret() {
        folder.change("partners/lakeshore.yaml", KEY_LINE, "  password: " + BOX.encrypt(""));

        assertThat(folder.read(Optional.of(BOX)).faults())
                .extracting(ConfigFault::sentence)
                .containsExactly("The secret is empty.");
    }

    @Test
    void several_encrypted_values_without_a_key_give_one_instruction() {
        folder.change("partners/lakeshore.yaml", KEY_LINE, "  password: " + BOX.encrypt("swordfish"));
        folder.change("partners/cascadia.yaml", KEY_LINE, "  password: " + BOX.encrypt("trout"));

        assertThat(folder.faults())
                .containsExactly(
                        "partners/cascadia.yaml:13: connection.password: 2 values of these files are ENC(...), "
                                + "but no key to decrypt was given. Set the environment variable COUNTERPART_KEY to the key, "
                                + "or COUNTERPART_KEY_FILE to a file that holds it.");
    }

    @Test
    void a_secret_may_stand_in_the_first_line_of_a_file() {
        folder.secret("keys/lakeshore.password", "swordfish\nnot this");
        folder.change("partners/lakeshore.yaml", KEY_LINE, "  password: file:../keys/lakeshore.password");

        assertThat(lakeshore(folder.read()).connection().password()).isEqualTo(new Secret("swordfish"));
    }

    @Test
    void a_plain_secret_is_taken_when_it_says_that_it_is_plain() {
        folder.change("partners/lakeshore.yaml", KEY_LINE, "  password: plain:demo");

        assertThat(lakeshore(folder.read()).connection().password()).isEqualTo(new Secret("demo"));
    }

    @Test
    void secret_files_that_others_can_read_are_refused() {
        folder.rights("keys/counterpart_ed25519", "rw-r--r--");
        folder.rights("keys/cascadia-lakeshore.key", "rw-r--r--");

        assertThat(folder.faults())
                .containsExactly(
                        open("partners/cascadia.yaml:13: connection.keyFile", "counterpart_ed25519"),
                        open("partners/lakeshore.yaml:13: connection.keyFile", "counterpart_ed25519"),
                        open("partners/meridian.yaml:15: connection.keyFile", "counterpart_ed25519"),
                        open("partnerships/cascadia-lakeshore.yaml:11: breakKey", "cascadia-lakeshore.key"));
    }

    @Test
    void an_empty_secret_file_is_refused() {
        folder.secret("keys/cascadia-lakeshore.key", "");

        assertThat(folder.faults())
                .containsExactly("partnerships/cascadia-lakeshore.yaml:11: breakKey: The first line of "
                        + "HOME/keys/cascadia-lakeshore.key holds no secret. Write the secret there, as text.");
    }

    @Test
    void a_connection_file_replaces_the_connection() {
        folder.write("partners/lakeshore.connection.yaml", """
                connection:
                  host: 127.0.0.1
                  port: 40123
                  user: demo
                  password: plain:demo
                  hostKeys: ["SHA256:uNiVztksCsDhcc0u9e8BrlJXVEXcTFz8hbyPIS5ZbgI"]
                """);
        // What it replaces need not exist on this machine.
        folder.change("partners/lakeshore.yaml", KEY_LINE, "  keyFile: ../keys/of-production");

        Connection connection = lakeshore(folder.read()).connection();

        assertThat(connection.host()).isEqualTo("127.0.0.1");
        assertThat(connection.port()).isEqualTo(40123);
        assertThat(connection.password()).isEqualTo(new Secret("demo"));
        assertThat(connection.timeout()).hasSeconds(20);
    }

    @Test
    void a_connection_file_is_checked_as_the_block_it_replaces() {
        folder.write("partners/lakeshore.connection.yaml", """
                connection:
                  host: 127.0.0.1
                  port: 0
                  usr: demo
                  password: demo
                  hostKeys: [none]
                """);
        folder.write("partners/lakeshor.connection.yaml", "connection: {}\n");
        folder.write("partners/northwind.yml", "partner: northwind\n");

        assertThat(folder.faults())
                .containsExactly(
                        "partners/lakeshor.connection.yaml:1: There is no partner 'lakeshor'. Did you mean lakeshore?",
                        "partners/lakeshor.connection.yaml:1: connection.host: The key 'host' is missing. "
                                + "Write host: and a host name or address, for example sftp.lakeshore.example.",
                        "partners/lakeshor.connection.yaml:1: connection.hostKeys: The key 'hostKeys' is missing. "
                                + "Write hostKeys: and a list of one or two fingerprints, for example "
                                + "[\"SHA256:uNiVztksCsDhcc0u9e8BrlJXVEXcTFz8hbyPIS5ZbgI\"].",
                        "partners/lakeshor.connection.yaml:1: connection.user: The key 'user' is missing. "
                                + "Write user: and the login name that the partner gave you.",
                        "partners/lakeshore.connection.yaml:3: connection.port: '0' cannot stand here. "
                                + "Write a port from 1 to 65535, for example 22.",
                        "partners/lakeshore.connection.yaml:4: connection.usr: The key 'usr' is not known here. "
                                + "Did you mean user?",
                        "partners/lakeshore.connection.yaml:5: connection.password: The secret is not encrypted. "
                                + "Write ENC(...) as './counterpart secrets encrypt' prints it, or file: and a path.",
                        "partners/lakeshore.connection.yaml:6: connection.hostKeys[0]: 'none' cannot stand here. "
                                + "Write SHA256: and 43 characters, as 'ssh-keyscan HOST | ssh-keygen -lf -' prints it.",
                        "partners/northwind.yml:1: Files are called .yaml here; this one would be passed over. "
                                + "Rename it to northwind.yaml.");
    }

    @Test
    void the_break_key_may_be_encrypted() {
        folder.change(
                "partnerships/cascadia-lakeshore.yaml", "file:../keys/cascadia-lakeshore.key", BOX.encrypt("the key"));

        Configuration configuration = complete(folder.read(Optional.of(BOX)));

        assertThat(Objects.requireNonNull(configuration.partnerships().get(new PartnershipId("cascadia-lakeshore")))
                        .breakKey())
                .isEqualTo(new Secret("the key"));
    }

    private static String open(String place, String file) {
        return place + ": Every user of this machine can read HOME/keys/" + file
                + ". Close it with: chmod 600 HOME/keys/" + file;
    }

    private static Partner lakeshore(ConfigurationReading reading) {
        return complete(reading).partner(new PartnerId("lakeshore"));
    }

    private static Configuration complete(ConfigurationReading reading) {
        return reading.fold(ConfigurationReading.Complete::configuration, faulty -> {
            throw new AssertionError(faulty.faults().toString());
        });
    }
}

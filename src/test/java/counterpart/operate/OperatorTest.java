package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who gives a command is what the operating system says, whatever settings say. */
class OperatorTest {
    private static final List<String> ACCOUNTS = List.of(
            "root:x:0:0:root:/root:/bin/bash",
            "counterpart:x:990:990::/var/lib/counterpart:",
            "anna:x:1001:1001::/home/anna:");

    @Test
    void the_person_is_who_logged_in_whatever_account_the_command_runs_as() {
        assertThat(Operator.of("1001", ACCOUNTS, "counterpart")).hasToString("anna (as counterpart)");
        assertThat(Operator.of("1001", ACCOUNTS, "counterpart").person()).isEqualTo("anna");
        assertThat(Operator.of("1001", ACCOUNTS, "anna")).hasToString("anna");
        assertThat(Operator.of("70001", ACCOUNTS, "counterpart")).hasToString("uid 70001 (as counterpart)");
    }

    @Test
    void without_a_login_it_is_the_account() {
        assertThat(Operator.of("4294967295", ACCOUNTS, "counterpart")).hasToString("counterpart");
        assertThat(Operator.of("", ACCOUNTS, "counterpart")).hasToString("counterpart");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void no_property_of_java_makes_somebody_else_of_the_operator(@TempDir Path folder) throws IOException {
        String owner = Files.getOwner(Files.createFile(folder.resolve("mine"))).getName();
        String before = System.setProperty("user.name", "mallory");
        try {
            assertThat(Operator.ofThisProcess().account()).isEqualTo(owner);
        } finally {
            System.setProperty("user.name", String.valueOf(before));
        }
    }
}

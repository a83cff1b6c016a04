package counterpart.partner.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../x",
                "..",
                ".",
                "/etc/passwd",
                "a/b",
                "C:\\x",
                "..\\x",
                "a\u0000b",
                "a\nb",
                "a\u001b[31m",
                "a\u202eb",
                "a\u2028b",
                "a\uFFFDb",
                "",
                "  "
            })
    void a_hostile_name_is_never_part_of_a_path(String name) {
        assertThat(RemoteNames.isPlain(name)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> RemoteNames.joined("/outbox", name));
    }

    @Test
    void a_name_of_300_characters_is_not_plain() {
        assertThat(RemoteNames.isPlain("a".repeat(255))).isTrue();
        assertThat(RemoteNames.isPlain("a".repeat(300))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "Cascadia Ledger 20261005-20261011 FULL 2.csv", "-rf", "..a", "Zürich.csv"})
    void an_odd_but_honest_name_is_plain(String name) {
        assertThat(RemoteNames.isPlain(name)).isTrue();
        assertThat(RemoteNames.joined("/outbox", name)).isEqualTo("/outbox/" + name);
        assertThat(RemoteNames.joined("/", name)).isEqualTo("/" + name);
    }

    @Test
    void what_is_shown_is_one_short_line() {
        assertThat(RemoteNames.shown("a\n\u001b[31mb\u202ec")).isEqualTo("a??[31mb?c");
        assertThat(RemoteNames.shown("x".repeat(100))).hasSize(83).endsWith("...");
    }
}

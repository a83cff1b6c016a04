package counterpart.receive;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.model.Sha256;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ControlFileTest {
    private static final String SHA = "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855";

    @Test
    void a_line_is_read_whatever_ends_it_and_its_last_three_fields_may_be_empty() {
        for (String end : List.of("", "\n", "\r\n", " \n")) {
            assertThat(ControlFile.read("C_1.csv|120|" + SHA + "|7|-12.5" + end, "C_1.csv"))
                    .isEqualTo(new ControlFile(120L, new Sha256(SHA.toLowerCase(Locale.ROOT)), 7L, -1250L));
        }
        assertThat(ControlFile.read("C_1.csv|0|||", "C_1.csv")).isEqualTo(new ControlFile(0L, null, null, null));
    }

    @Test
    void of_anything_else_nothing_is_kept() {
        for (String text : List.of(
                "",
                "C_1.csv",
                "C_1.csv|120||",
                "C_2.csv|120|||",
                "C_1.csv||||",
                "C_1.csv|many|||",
                "C_1.csv|120|abc||",
                "C_1.csv|120||1.5|",
                "C_1.csv|120|||0.001",
                "C_1.csv|120|||1e99",
                "C_1.csv|120|||1e999999999",
                "C_1.csv|120||||",
                "C_1.csv|120|||\nC_1.csv|120|||",
                "DT|S1|M1||Doe|Jane|19850214|F|18|97201|G1")) {
            assertThat(ControlFile.read(text, "C_1.csv")).as(text).isEqualTo(ControlFile.UNREADABLE);
        }
    }
}

package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void numbers_stand_to_the_right_and_words_to_the_left() {
        Table table =
                new Table("feed", "rows").row("lakeshore/eligibility", 1234567).row("cascadia/ledger", 7);

        assertThat(table).hasToString("""
                        feed                        rows
                        --------------------------------
                        lakeshore/eligibility  1,234,567
                        cascadia/ledger                7
                        """);
    }
}

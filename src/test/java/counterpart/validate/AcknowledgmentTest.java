package counterpart.validate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.model.FeedId;
import counterpart.model.FileId;
import counterpart.model.Sha256;
import counterpart.receive.FileState;
import counterpart.receive.ReceivedFile;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The name of an answer follows a name that a partner chose. */
class AcknowledgmentTest {
    private static final Sha256 SHA = new Sha256("0".repeat(64));

    @Test
    void an_ordinary_name_is_kept() {
        assertThat(answerTo("Cascadia Ledger 1.csv").name()).isEqualTo("Cascadia Ledger 1.csv_DUPLICATE.ack.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "\u00fc",
                "\u4e00",
                "\ud83d\ude00",
                "a\u0301",
            })
    void no_name_makes_an_answer_that_a_disk_cannot_hold(String part) {
        String longest = part.repeat(255 / part.length());
        for (String name :
                new String[] {answerTo(longest).name(), answerTo(longest).errorsName()}) {
            assertThat(name).matches("[ -~]+").hasSizeLessThan(255 - ".part".length());
            assertThat(name).contains("F-000007-1-D12345");
        }
        assertThat(answerTo(longest).underOwnName().name()).hasSizeLessThan(255 - ".part".length());
        assertThat(answerTo(longest).text())
                .as("the whole name is in the answer")
                .contains(longest);
    }

    private static Acknowledgment answerTo(String name) {
        ReceivedFile earlier = new ReceivedFile(
                new FileId("F-000007"),
                FeedId.of("lakeshore/eligibility"),
                1,
                "earlier.txt",
                SHA,
                SHA,
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                FileState.LOADED);
        return Acknowledgment.ofDuplicate(earlier, 12345, name, Instant.EPOCH);
    }
}

package counterpart.operate;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.model.FeedId;
import counterpart.model.FileId;
import counterpart.model.Sha256;
import counterpart.partner.Configuration;
import counterpart.partner.Feed;
import counterpart.receive.FileState;
import counterpart.receive.Partners;
import counterpart.receive.ReceivedFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The partner lives in Los Angeles: its day ends at seven or eight in the morning of Greenwich. */
class ReadingOrderTest {
    private static final Configuration CONFIGURATION = Partners.aConfiguration(Partners.aPartner(
            Partners.aConnection(22, "SHA256:x"),
            Set.of(),
            Partners.aFeed("eligibility", "E.*"),
            Partners.aFeed("changes", "A.*", "eligibility"),
            Partners.aFeed(Feed.Content.MCLM, "claims", "C.*")));

    @Test
    void days_come_first_then_coverage_then_the_instant_then_changes_then_the_name_and_unknown_feeds_last() {
        List<ReceivedFile> expected = List.of(
                file("eligibility", "E1", "2026-10-05T23:00:00Z"),
                file("claims", "C1", "2026-10-05T15:00:00Z"),
                file("claims", "C0", "2026-10-06T06:59:59Z"),
                file("changes", "A9", "2026-10-06T07:00:00Z"),
                file("eligibility", "E2", "2026-10-06T08:00:00Z"),
                file("eligibility", "E3", "2026-10-06T08:00:00Z"),
                file("changes", "A1", "2026-10-06T08:00:00Z"),
                file("changes", "A2", "2026-10-06T08:00:00Z"),
                file("claims", "C2", "2026-10-06T07:30:00Z"),
                file("dental", "D1", "2026-10-01T07:30:00Z"));
        for (int seed = 0; seed < 20; seed++) {
            List<ReceivedFile> shuffled = new ArrayList<>(expected);
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(ReadingOrder.of(shuffled, CONFIGURATION)).isEqualTo(expected);
        }
    }

    private static ReceivedFile file(String feed, String name, String arrivedAt) {
        Sha256 sha = Sha256.of(name);
        Instant arrived = Instant.parse(arrivedAt);
        return new ReceivedFile(
                new FileId("F-000001"),
                FeedId.of("lakeshore/" + feed),
                1,
                name,
                sha,
                sha,
                1,
                arrived,
                arrived,
                FileState.RECEIVED);
    }
}

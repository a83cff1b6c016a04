package counterpart.receive;

import counterpart.finding.Finding;
import counterpart.model.FeedId;
import java.time.LocalDate;
import java.util.List;

/**
 * What one collect found and did.
 *
 * @param seen files of the feed and unknown files; always the sum of the next six
 * @param taken new in custody
 * @param duplicate content that was in custody already
 * @param refused larger than we take
 * @param unknown files that belong to no feed of the partner, and what only has the name of a file
 * @param waiting files that the partner has not finished
 * @param known files dealt with in an earlier collect that still lie there
 * @param notTidied files that the partner's server did not let us move away
 * @param findings warnings about unknown and refused files (F-001), and a word on each duplicate (F-011)
 */
public record CollectSummary(
        FeedId feed,
        LocalDate businessDate,
        String poll,
        long seen,
        long taken,
        long duplicate,
        long refused,
        long unknown,
        long waiting,
        long known,
        long notTidied,
        List<Finding> findings) {
    public CollectSummary {
        findings = List.copyOf(findings);
        if (seen != taken + duplicate + refused + unknown + waiting + known) {
            throw new IllegalArgumentException("files seen " + seen + " are not accounted for in " + feed);
        }
    }
}

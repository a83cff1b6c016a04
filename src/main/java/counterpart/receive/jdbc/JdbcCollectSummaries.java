package counterpart.receive.jdbc;

import counterpart.finding.Finding;
import counterpart.finding.RuleCode;
import counterpart.finding.Severity;
import counterpart.model.FeedId;
import counterpart.receive.CollectSummaries;
import counterpart.receive.CollectSummary;
import counterpart.receive.jdbc.Sighted.Fate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Summaries of collects out of the sightings. */
public final class JdbcCollectSummaries implements CollectSummaries {
    private static final RuleCode NO_FEEDS_FILE = new RuleCode("F-001");
    private static final RuleCode SAME_CONTENT = new RuleCode("F-011");

    private static final Set<Fate> BELONGS_TO_NO_FEED = EnumSet.of(Fate.UNKNOWN, Fate.NOT_A_FILE);

    private final JdbcSightings sightings;

    public JdbcCollectSummaries(JdbcSightings sightings) {
        this.sightings = sightings;
    }

    @Override
    public CollectSummary of(FeedId feed, LocalDate businessDate, String number) {
        Poll poll = new Poll(feed, businessDate, number);
        List<Sighted> seen = sightings.seenIn(poll);
        long taken = sightings.decidedIn(poll, Fate.TAKEN).size();
        List<Sighted> duplicates = sightings.decidedIn(poll, Fate.DUPLICATE);
        long refused = sightings.decidedIn(poll, Fate.TOO_LARGE).size();
        long decided = seen.stream().filter(s -> s.fate().isFinal()).count();
        long unknown =
                seen.stream().filter(s -> BELONGS_TO_NO_FEED.contains(s.fate())).count();
        List<Finding> findings = new ArrayList<>();
        for (Sighted sighted : seen) {
            if (BELONGS_TO_NO_FEED.contains(sighted.fate()) || sighted.fate() == Fate.TOO_LARGE) {
                findings.add(finding(feed, sighted));
            }
        }
        duplicates.forEach(duplicate -> findings.add(repeated(duplicate)));
        return new CollectSummary(
                feed,
                businessDate,
                number,
                seen.size(),
                taken,
                duplicates.size(),
                refused,
                unknown,
                seen.size() - decided - unknown,
                decided - taken - duplicates.size() - refused,
                sightings.notTidied(poll),
                findings);
    }

    private static Finding repeated(Sighted sighted) {
        return Finding.ofFile(
                SAME_CONTENT,
                Severity.INFO,
                "'" + sighted.remote().name() + "' has the content of " + sighted.file()
                        + ", so it was not taken again. Nothing needs to be done.");
    }

    private static Finding finding(FeedId feed, Sighted sighted) {
        String name = "'" + sighted.remote().name() + "'";
        String sentence = switch (sighted.fate()) {
            case UNKNOWN ->
                name + " lies where " + feed + " is fetched and has the name of no feed; it was left there. Give it"
                        + " the agreed name, or take it away.";
            case NOT_A_FILE ->
                name + " has the name of a file of " + feed
                        + " and is a link, a folder or a device; it was not followed"
                        + " and not read. Put the file itself there.";
            default ->
                name + " has " + sighted.remote().bytes()
                        + " bytes, more than is taken; it was left there. Send it in parts.";
        };
        return Finding.ofFile(NO_FEEDS_FILE, Severity.WARN, sentence);
    }
}

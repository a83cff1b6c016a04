package counterpart.partner;

import counterpart.model.FeedId;
import counterpart.model.Money;
import counterpart.model.PartnerId;
import counterpart.model.PartnershipId;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two partners with shared targets and a committee.
 *
 * @param books whose feed counts where both sides hold the same facts
 * @param breakKey key under which break ids are made; it never changes during the life of a partnership
 * @param runOutMonths full months of run-out after which a cost month is scored
 * @param registers folder of the committee's registers (CSV), beside the partnership's file
 * @param pages what the edition has after the summary and the scorecard, whatever the order
 * @param roster the two sides' lists of members that are held against each other; none when only one side keeps one
 */
public record Partnership(
        PartnershipId id,
        String name,
        PartnerId left,
        PartnerId right,
        Books books,
        Secret breakKey,
        ClaimsLedger claimsLedger,
        MemberMonthRule memberMonthRule,
        int runOutMonths,
        List<Target> targets,
        Committee committee,
        BreakFile breakFile,
        Path registers,
        @Nullable Roster roster,
        List<Page> pages) {
    /** A page of the edition after the summary and the scorecard, which every edition has. */
    public enum Page {
        SIGNALS,
        SERVICE,
        REGISTERS,
        NOTES
    }

    /** The feeds that measures are computed from. */
    public record Books(FeedId coverage, FeedId medical, FeedId pharmacy) {}

    /**
     * The claims-ledger reconciliation (R5).
     *
     * @param tolerance difference up to which amounts agree
     * @param timingDays days after which a one-sided claim is no longer a matter of timing, whatever the files say
     */
    public record ClaimsLedger(FeedId left, FeedId right, Money tolerance, int timingDays) {}

    /**
     * The roster reconciliation (R2).
     *
     * @param sourceOfTruth the side that is right until something else is shown: whom only it has is MISSING on the other
     *     side, whom only the other has is a GHOST
     * @param rungs by what members are matched, in this order
     * @param compared what of matched members must agree
     */
    public record Roster(
            FeedId left, FeedId right, PartnerId sourceOfTruth, List<Rung> rungs, List<Compared> compared) {
        public Roster {
            rungs = List.copyOf(rungs);
            compared = List.copyOf(compared);
            if (rungs.isEmpty()) {
                throw new IllegalArgumentException("members are matched by something");
            }
        }
    }

    /** By what members of two rosters are matched. */
    public enum Rung {
        MEMBER_ID,
        /** Subscriber id and person code; leading zeros of the code do not count. */
        SUBSCRIBER_PERSON_CODE,
        SSN_BIRTH_DATE,
        /** Five letters of the last name, three of the first, birth date and gender. */
        NAME_BIRTH_DATE,
        /** Subscriber id, birth date and relationship. */
        SUBSCRIBER_BIRTH_DATE
    }

    /** What of matched members is compared. */
    public enum Compared {
        MEMBER_ID,
        LAST_NAME,
        FIRST_NAME,
        BIRTH_DATE,
        GENDER,
        COVERAGE,
        PLAN,
        TIER,
        EFF,
        TERM
    }

    /** When a member counts for a month. */
    public enum MemberMonthRule {
        ANY_DAY,
        FIRST_DAY,
        FIFTEENTH_DAY
    }

    /** Who meets over the edition, and who receives it. */
    public record Committee(String name, List<Recipient> recipients) {
        public Committee {
            recipients = List.copyOf(recipients);
        }
    }

    /**
     * One who receives the edition by SFTP.
     *
     * @param name who it is, as the receipt says it
     */
    public record Recipient(String name, PartnerId partner, String directory) {}

    /** Where each side finds the neutral break file on its own server. */
    public record BreakFile(String leftDirectory, String rightDirectory) {}

    public Partnership {
        targets = List.copyOf(targets);
        pages = List.copyOf(pages);
    }

    /** A partnership whose edition has all pages. */
    public Partnership(
            PartnershipId id,
            String name,
            PartnerId left,
            PartnerId right,
            Books books,
            Secret breakKey,
            ClaimsLedger claimsLedger,
            MemberMonthRule memberMonthRule,
            int runOutMonths,
            List<Target> targets,
            Committee committee,
            BreakFile breakFile,
            Path registers,
            @Nullable Roster roster) {
        this(
                id,
                name,
                left,
                right,
                books,
                breakKey,
                claimsLedger,
                memberMonthRule,
                runOutMonths,
                targets,
                committee,
                breakFile,
                registers,
                roster,
                List.of(Page.values()));
    }

    /** A partnership of which only one side keeps a roster. */
    public Partnership(
            PartnershipId id,
            String name,
            PartnerId left,
            PartnerId right,
            Books books,
            Secret breakKey,
            ClaimsLedger claimsLedger,
            MemberMonthRule memberMonthRule,
            int runOutMonths,
            List<Target> targets,
            Committee committee,
            BreakFile breakFile,
            Path registers) {
        this(
                id,
                name,
                left,
                right,
                books,
                breakKey,
                claimsLedger,
                memberMonthRule,
                runOutMonths,
                targets,
                committee,
                breakFile,
                registers,
                null);
    }

    /** The other side of the partnership. */
    public PartnerId counterpartOf(PartnerId side) {
        if (side.equals(left)) {
            return right;
        }
        if (side.equals(right)) {
            return left;
        }
        throw new IllegalArgumentException(side + " is no side of " + id);
    }

    public @Nullable Target target(String measure) {
        return targets.stream()
                .filter(t -> t.measure().equals(measure))
                .findFirst()
                .orElse(null);
    }
}

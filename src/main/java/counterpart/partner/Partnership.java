package counterpart.partner;

import counterpart.model.FeedId;
import counterpart.model.Money;
import counterpart.model.PartnerId;
import counterpart.model.PartnershipId;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two partners with shared targets and a committee.
 *
 * @param books whose feed counts where both sides hold the same facts
 * @param breakKey key under which break ids are made; it never changes during the life of a partnership
 * @param claimsLedger the two ledgers of medical claims that are held against each other; none when a side has none
 * @param runOutMonths full months of run-out after which a cost month is scored
 * @param registers folder of the committee's registers (CSV), beside the partnership's file
 * @param pharmacyLedger the two ledgers of prescriptions that are held against each other; none when a side has none
 * @param roster the two sides' lists of members that are held against each other; none when only one side keeps one
 * @param pages what the edition has after the summary and the scorecard, whatever the order
 */
public record Partnership(
        PartnershipId id,
        String name,
        PartnerId left,
        PartnerId right,
        Books books,
        Secret breakKey,
        @Nullable ClaimsLedger claimsLedger,
        MemberMonthRule memberMonthRule,
        int runOutMonths,
        List<Target> targets,
        Committee committee,
        BreakFile breakFile,
        Path registers,
        @Nullable PharmacyLedger pharmacyLedger,
        @Nullable Roster roster,
        List<Page> pages) {
    /** A page of the edition after the summary and the scorecard, which every edition has. */
    public enum Page {
        SIGNALS,
        SERVICE,
        REGISTERS,
        NOTES
    }

    /**
     * The feeds that measures are computed from.
     *
     * @param medical none where the partnership is about prescriptions alone
     * @param pharmacy none where it is about medical claims alone
     */
    public record Books(
            FeedId coverage,
            @Nullable FeedId medical,
            @Nullable FeedId pharmacy) {
        /** Those that there are. */
        public List<FeedId> feeds() {
            return Stream.of(coverage, medical, pharmacy)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .toList();
        }
    }

    /**
     * The claims-ledger reconciliation (R5).
     *
     * @param tolerance difference up to which amounts agree
     * @param timingDays days after which a one-sided claim is no longer a matter of timing, whatever the files say
     */
    public record ClaimsLedger(FeedId left, FeedId right, Money tolerance, int timingDays) {}

    /**
     * The pharmacy-ledger reconciliation (R6): prescriptions net of their reversals.
     *
     * @param tolerance difference up to which amounts agree
     * @param timingDays days after which a one-sided prescription is no longer a matter of timing, whatever the files say
     * @param carryDays days for which a reversal waits for the billing that it takes back
     */
    public record PharmacyLedger(FeedId left, FeedId right, Money tolerance, int timingDays, int carryDays) {}

    /**
     * The roster reconciliation (R2).
     *
     * @param sourceOfTruth the side that is right until something else is shown: whom only it has is MISSING on the other
     *     side, whom only the other side has is a GHOST
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

    /**
     * Who meets over the edition, and who receives it.
     *
     * @param relay carries the mails; needed exactly when a recipient is reached by mail
     */
    public record Committee(
            String name,
            List<Recipient> recipients,
            @Nullable MailRelay relay) {
        public Committee {
            recipients = List.copyOf(recipients);
            for (Recipient recipient : recipients) {
                if (recipient.way() != Way.SFTP && (relay == null || !relay.mayCarryTo(recipient.place()))) {
                    throw new IllegalArgumentException("no relay may carry the mail to " + recipient.name());
                }
            }
        }

        /** A committee that is reached by SFTP alone. */
        public Committee(String name, List<Recipient> recipients) {
            this(name, recipients, null);
        }
    }

    /** How a recipient gets the edition. */
    public enum Way {
        /** As files in a folder on the partner's server. */
        SFTP,
        /** As a mail with the pages attached. */
        MAIL,
        /** As a mail that says that the edition lies on the partner's server. */
        NOTICE
    }

    /**
     * One who receives the edition.
     *
     * @param name who it is, as the receipt says it
     * @param partner whose server it is, or to whom the mail's reader belongs
     * @param place the folder on the server, or the mail address
     */
    public record Recipient(String name, PartnerId partner, Way way, String place) {
        /** One who receives it by SFTP. */
        public Recipient(String name, PartnerId partner, String directory) {
            this(name, partner, Way.SFTP, directory);
        }
    }

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
            @Nullable ClaimsLedger claimsLedger,
            MemberMonthRule memberMonthRule,
            int runOutMonths,
            List<Target> targets,
            Committee committee,
            BreakFile breakFile,
            Path registers,
            @Nullable PharmacyLedger pharmacyLedger,
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
                pharmacyLedger,
                roster,
                List.of(Page.values()));
    }

    /** A partnership that holds neither prescriptions nor rosters against each other. */
    public Partnership(
            PartnershipId id,
            String name,
            PartnerId left,
            PartnerId right,
            Books books,
            Secret breakKey,
            @Nullable ClaimsLedger claimsLedger,
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
                null,
                null);
    }

    /** The feeds that the partnership lives on, each once: those of its books, its ledgers and its rosters. */
    public List<FeedId> feeds() {
        Stream<FeedId> claims =
                claimsLedger == null ? Stream.empty() : Stream.of(claimsLedger.left(), claimsLedger.right());
        Stream<FeedId> prescriptions =
                pharmacyLedger == null ? Stream.empty() : Stream.of(pharmacyLedger.left(), pharmacyLedger.right());
        Stream<FeedId> rosters = roster == null ? Stream.empty() : Stream.of(roster.left(), roster.right());
        return Stream.of(books.feeds().stream(), claims, prescriptions, rosters)
                .flatMap(feeds -> feeds)
                .distinct()
                .toList();
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

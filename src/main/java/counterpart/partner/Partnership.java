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
        @Nullable PharmacyLedger pharmacyLedger) {
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
    }

    /** A partnership whose prescriptions are in no second ledger. */
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
                null);
    }

    /** The feeds that the partnership lives on, each once: those of its books and those of its ledgers. */
    public List<FeedId> feeds() {
        Stream<FeedId> claims =
                claimsLedger == null ? Stream.empty() : Stream.of(claimsLedger.left(), claimsLedger.right());
        Stream<FeedId> prescriptions =
                pharmacyLedger == null ? Stream.empty() : Stream.of(pharmacyLedger.left(), pharmacyLedger.right());
        return Stream.of(books.feeds().stream(), claims, prescriptions)
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

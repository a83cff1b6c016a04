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
        Path registers) {
    /** The feeds that measures are computed from. */
    public record Books(FeedId coverage, FeedId medical, FeedId pharmacy) {}

    /**
     * The claims-ledger reconciliation (R5).
     *
     * @param tolerance difference up to which amounts agree
     * @param timingDays days after which a one-sided claim is no longer a matter of timing, whatever the files say
     */
    public record ClaimsLedger(FeedId left, FeedId right, Money tolerance, int timingDays) {}

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

package counterpart.operate;

import counterpart.partner.Partnership;
import counterpart.reconcile.ReconciledBooks;
import counterpart.reconcile.Reconciliations;
import java.time.LocalDate;
import java.util.Optional;

/** Which business date a night belongs to when nobody says. */
final class BusinessDates {
    /** So far a clock that is set right may move back; a night further ahead was given its date by a person. */
    private static final int MOST_DAYS_BACK = 2;

    private BusinessDates() {}

    /**
     * Today; or the last business date, when the clock was moved back behind it: no business date comes twice, with less
     * in the books than the one after it.
     */
    static LocalDate today(Installation installation, Talk talk) {
        LocalDate today = LocalDate.now(installation.clock());
        LocalDate last = last(installation).orElse(today);
        if (!last.isAfter(today) || last.isAfter(today.plusDays(MOST_DAYS_BACK))) {
            return today;
        }
        talk.say("The clock says " + today + ", but the night of " + last + " was run already, so this one belongs to "
                + last + " as well. If the clock is right now, say --date " + today + ".");
        return last;
    }

    private static Optional<LocalDate> last(Installation installation) {
        Reconciliations reconciliations = installation.get(Reconciliations.class);
        return installation.configuration().partnershipsInOrder().stream()
                .map(Partnership::id)
                .map(reconciliations::latest)
                .flatMap(Optional::stream)
                .map(ReconciledBooks::asOf)
                .max(LocalDate::compareTo);
    }
}

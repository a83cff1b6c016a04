package counterpart.receive.jdbc;

import counterpart.control.Audit;
import counterpart.model.FileId;
import counterpart.receive.Expectation;
import counterpart.receive.FileAct;
import counterpart.receive.FileState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The only place that changes the state of an expectation: by acts that the machine allows, each with its event. */
final class ExpectationMoves {
    private final JdbcClient control;
    private final Audit audit;

    ExpectationMoves(JdbcClient control, Audit audit) {
        this.control = control;
        this.audit = audit;
    }

    /**
     * Brings what is written down to what is true by now. A file that answers it no more is taken from it first. Belongs
     * into the caller's transaction.
     *
     * @throws IllegalStateException when no act leads there, or when what is written down is not {@code was}
     */
    void become(Expectation was, Expectation is) {
        FileState state = was.state();
        if (state == FileState.RECEIVED) {
            state = move(was, state, FileAct.EXPECT_AGAIN, null, null);
        }
        if (state != is.state()) {
            move(is, state, FileAct.ofDelivery(is.state()), is.file(), is.arrivedAt());
        }
    }

    private FileState move(
            Expectation of, FileState now, FileAct act, @Nullable FileId file, @Nullable Instant arrivedAt) {
        String subject = of.feed() + " " + of.businessDate();
        int changed = !act.mayBeDoneTo(now)
                ? 0
                : control.sql("""
                                update expectation set state = :next, file_id = :file, arrived_at = :arrived
                                where partner_id = :partner and feed_name = :feed and business_date = :day
                                    and state = :now
                                """)
                        .param("next", act.result().name())
                        .param("file", file == null ? null : file.value())
                        .param("arrived", arrivedAt == null ? null : Instants.stored(arrivedAt))
                        .param("partner", of.feed().partner().value())
                        .param("feed", of.feed().name().value())
                        .param("day", of.businessDate())
                        .param("now", now.name())
                        .update();
        if (changed != 1) {
            throw new IllegalStateException("the delivery " + subject + " is " + now + " and cannot become "
                    + act.result() + "; nothing was changed. Next: './counterpart status' tells how it stands.");
        }
        audit.record(
                "counterpart",
                "expectation " + act.result(),
                subject,
                file == null ? "no file answers it" : "answered by " + file);
        return act.result();
    }
}

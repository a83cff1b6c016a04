package counterpart.receive.jdbc;

import counterpart.control.Audit;
import counterpart.receive.FileAct;
import counterpart.receive.ReceivedFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The only place that changes a file's state: by an act that the machine allows, with its event, in one transaction. */
final class FileMoves {
    private final JdbcClient control;
    private final Audit audit;

    FileMoves(JdbcClient control, Audit audit) {
        this.control = control;
        this.audit = audit;
    }

    /**
     * Belongs into the caller's transaction.
     *
     * @throws IllegalStateException when the file is not in a state from which that can be done
     */
    void move(ReceivedFile file, FileAct act, String actor, String reason) {
        int changed = !act.mayBeDoneTo(file.state())
                ? 0
                : control.sql("update received_file set state = :next where file_id = :id and state = :now")
                        .param("next", act.result().name())
                        .param("id", file.id().value())
                        .param("now", file.state().name())
                        .update();
        if (changed != 1) {
            throw new IllegalStateException(file.id() + " is " + file.state() + " and cannot become " + act.result()
                    + "; nothing was changed. Next: './counterpart explain " + file.id() + "' tells how it stands.");
        }
        audit.record(actor, "state " + act.result(), file.id().value(), reason);
    }
}

package counterpart.validate.batch;

import counterpart.books.Books;
import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.model.ControlTotals;
import counterpart.model.FileId;
import counterpart.model.LoadId;
import counterpart.partner.Configuration;
import counterpart.receive.Custody;
import counterpart.receive.Decision;
import counterpart.receive.Decisions;
import counterpart.receive.FileState;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Settlement;
import counterpart.validate.Belief;
import counterpart.validate.Believer;
import counterpart.validate.IntakeNotes;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what a person decided about a file: the books first, the ledger second, the partner's answer last. Each
 * step may run twice.
 */
final class Deciding {
    private static final Logger LOG = LoggerFactory.getLogger(Deciding.class);

    private final Intake intake;
    private final Promotion promotion;
    private final Answering answering;
    private final Configuration configuration;
    private final Custody custody;
    private final Decisions decisions;
    private final Books books;

    Deciding(
            Intake intake,
            Promotion promotion,
            Answering answering,
            Configuration configuration,
            Custody custody,
            Decisions decisions,
            Books books) {
        this.intake = intake;
        this.promotion = promotion;
        this.answering = answering;
        this.configuration = configuration;
        this.custody = custody;
        this.decisions = decisions;
        this.books = books;
    }

    /** Changes the books and the ledger. */
    Counts carryOut(JobKeys keys, Progress progress) throws IOException {
        Decision decision = decision(keys);
        ReceivedFile file = intake.file(keys);
        if (!decision.done()) {
            switch (decision.kind()) {
                case RELEASE -> release(decision, file);
                case REFUSE -> refuse(decision, file);
                case WITHDRAW -> withdraw(decision, file);
            }
        }
        LOG.info(
                "step=carryOutDecision file={} feed={} decision={} kind={}",
                file.id(),
                file.feed(),
                decision.number(),
                decision.kind());
        return Counts.none();
    }

    /**
     * Answers the partner anew, but for a withdrawal, which is our own affair, and for a feed that is no longer configured,
     * which has nobody to be answered; then the decision is done.
     */
    Counts answer(JobKeys keys, Progress progress) throws IOException, SQLException {
        Decision decision = decision(keys);
        boolean told = decision.kind() != Decision.Kind.WITHDRAW
                && configuration.has(intake.file(keys).feed());
        if (told && !decision.done()) {
            answering.acknowledge(keys, progress);
        }
        decisions.done(decision.number());
        return Counts.none();
    }

    private void release(Decision decision, ReceivedFile file) throws IOException {
        Settlement held = settlement(file);
        Settlement released = file.state() == FileState.LOADED
                ? held
                : ended(held, FileState.LOADED, "It was held and then released: ", held.rowsAccepted());
        note(file, released, decision);
        books.publish(file.loadId());
        promotion.promote(file, configuration.feed(file.feed()), released);
        custody.settle(file.id(), released, decision.actors());
    }

    private void refuse(Decision decision, ReceivedFile file) throws IOException {
        Settlement refused = file.state() == FileState.REFUSED
                ? settlement(file)
                : custody.settlement(file.id())
                        .map(held -> ended(held, FileState.REFUSED, "It was held and then refused: ", 0))
                        .orElseGet(Deciding::unread);
        note(file, refused, decision);
        custody.settle(file.id(), refused, decision.actor());
    }

    private void withdraw(Decision decision, ReceivedFile file) {
        Optional<LoadId> restored = books.withdraw(file.loadId());
        decisions.withdrawn(decision, restored.map(LoadId::file).filter(id -> !id.equals(file.id())));
    }

    private static Settlement ended(Settlement held, FileState state, String prefix, long accepted) {
        return new Settlement(
                state,
                held.reasonCode(),
                prefix + Objects.requireNonNullElse(held.reason(), ""),
                held.rowsRead(),
                accepted,
                held.rowsRead() - accepted,
                accepted == 0 ? 0 : held.rowsWarned(),
                held.header(),
                held.declared(),
                held.computed(),
                held.findingsByCode(),
                held.furtherReasons());
    }

    /** A file that a person held before it was read, and then refused. */
    private static Settlement unread() {
        ControlTotals nothing = new ControlTotals(null, null, null, null, null, null, null, null, null, null, null);
        return new Settlement(
                FileState.REFUSED,
                null,
                "It was not read. Ask us why, and send it again when we agree.",
                0,
                0,
                0,
                0,
                Believer.SILENT,
                null,
                nothing,
                Map.of(),
                List.of());
    }

    private void note(ReceivedFile file, Settlement settlement, Decision decision) throws IOException {
        IntakeNotes notes = NotesFile.read(books.folderOf(file.loadId()))
                .orElseGet(() -> IntakeNotes.of(new Belief(Believer.SILENT, List.of())));
        NotesFile.write(books.folderOf(file.loadId()), notes.settled(settlement, notes.guardFindings(), decision.at()));
    }

    private Settlement settlement(ReceivedFile file) {
        return custody.settlement(file.id())
                .orElseThrow(() -> new IllegalStateException("file " + file.id()
                        + " was not read to its end, so it cannot be released; let it be read by a run"));
    }

    private Decision decision(JobKeys keys) {
        long number = Long.parseLong(keys.text("decision"));
        Decision decision = decisions
                .find(number)
                .orElseThrow(() -> new IllegalStateException("the control store knows no decision " + number));
        if (!decision.file().equals(new FileId(keys.text("fileId")))) {
            throw new IllegalStateException("decision " + number + " is about " + decision.file());
        }
        return decision;
    }
}

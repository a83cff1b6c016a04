package counterpart.validate.batch;

import counterpart.books.Books;
import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.finding.Finding;
import counterpart.model.FeedId;
import counterpart.model.Home;
import counterpart.partner.Configuration;
import counterpart.partner.Partner;
import counterpart.partner.PartnerServerException;
import counterpart.partner.RemoteInbox;
import counterpart.partner.RemotePlace;
import counterpart.receive.Custody;
import counterpart.receive.DuplicateDelivery;
import counterpart.receive.ReceivedFile;
import counterpart.validate.Acknowledgment;
import counterpart.validate.Edits;
import counterpart.validate.IntakeNotes;
import counterpart.validate.SafeCsv;
import counterpart.validate.ValidatedFile;
import counterpart.validate.book.LoadFindings;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers every file: an acknowledgment and the list of findings, kept here and put on the partner's server, the list
 * first. The bytes of an answer are the same at every try, so a repeated try sends nothing twice.
 */
final class Answering {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

    /** Writes the lines of a list of findings. */
    @FunctionalInterface
    private interface Lines {
        void writeTo(BufferedWriter out) throws IOException, SQLException;
    }

    private final Intake intake;
    private final Configuration configuration;
    private final Home home;
    private final Custody custody;
    private final Books books;
    private final RemoteInbox inbox;
    private final Clock clock;

    Answering(
            Intake intake,
            Configuration configuration,
            Home home,
            Custody custody,
            Books books,
            RemoteInbox inbox,
            Clock clock) {
        this.intake = intake;
        this.configuration = configuration;
        this.home = home;
        this.custody = custody;
        this.books = books;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Answers the file of an intake. */
    Counts acknowledge(JobKeys keys, Progress progress) throws IOException, SQLException {
        ReceivedFile file = intake.file(keys);
        ValidatedFile validated = intake.validated(file);
        IntakeNotes notes = intake.notes(file);
        Instant at = Objects.requireNonNullElse(notes.settledAt(), file.takenAt());
        LoadFindings findings = new LoadFindings(books, validated.load());
        RemotePlace place = send(Acknowledgment.of(file, validated.settlement(), at), out -> {
            for (Finding finding : notes.guardFindings()) {
                out.write(SafeCsv.findingLine(file.id().value(), finding));
            }
            findings.forEach(finding -> write(out, SafeCsv.findingLine(file.id().value(), finding)));
        });
        custody.acknowledged(file.id(), place.path(), clock.instant());
        LOG.info("step=acknowledgeFile file={} feed={} path={}", file.id(), file.feed(), place.path());
        return Counts.none();
    }

    /**
     * Answers the deliveries of content that we already had (F-011) in the feed that is collected: another partner's server
     * that is down keeps nobody's answer back.
     */
    Counts answerDuplicates(JobKeys keys, Progress progress) throws IOException, SQLException {
        List<DuplicateDelivery> waiting = custody.unansweredDuplicates(FeedId.of(keys.text("feed")));
        for (DuplicateDelivery duplicate : waiting) {
            ReceivedFile earlier = duplicate.original();
            String name = duplicate.remoteName();
            Acknowledgment answer =
                    Acknowledgment.ofDuplicate(earlier, duplicate.number(), name, duplicate.arrivedAt());
            Finding finding = Edits.F011.ofFile(Edits.F011.what());
            RemotePlace place = send(
                    answer, out -> out.write(SafeCsv.findingLine(earlier.id().value(), finding)));
            custody.duplicateAnswered(duplicate.number(), place.path(), clock.instant());
            LOG.info("step=answerDuplicates file={} feed={} path={}", earlier.id(), earlier.feed(), place.path());
        }
        return new Counts(waiting.size(), Map.of("answered", (long) waiting.size()));
    }

    private RemotePlace send(Acknowledgment answer, Lines findings) throws IOException, SQLException {
        try {
            return put(answer, findings);
        } catch (PartnerServerException e) {
            if (e.kind() != PartnerServerException.Kind.CONFLICT) {
                throw e;
            }
            return put(answer.underOwnName(), findings);
        }
    }

    private RemotePlace put(Acknowledgment answer, Lines findings) throws IOException, SQLException {
        Partner partner = configuration.partner(answer.file().feed().partner());
        Path folder = home.acknowledgments().resolve(answer.file().id().value());
        Path errors = keep(folder.resolve(answer.errorsName()), out -> {
            out.write(SafeCsv.findingHeading());
            findings.writeTo(out);
        });
        Path acknowledgment = keep(folder.resolve(answer.name()), out -> out.write(answer.text()));
        return inbox.putAll(partner.id(), partner.acknowledgmentDirectory(), List.of(errors, acknowledgment))
                .get(1);
    }

    private static Path keep(Path file, Lines lines) throws IOException, SQLException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            lines.writeTo(out);
        }
        return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(BufferedWriter out, String line) {
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package counterpart.operate;

import counterpart.control.batch.JobHistory.JobRun;
import counterpart.model.PartnershipId;
import counterpart.partner.Configuration;
import counterpart.partner.Partnership;
import counterpart.receive.Custody.PastFile;
import counterpart.receive.Decision;
import counterpart.receive.FileQuery;
import counterpart.receive.FileState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Tells what the next run would do, before it does it. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Tells what the next nightly would carry out, read and reconcile, and what deliver would send.",
            "What partners' servers hold it cannot know: 'partner check' looks there."
        })
final class PlanCommand extends LookCommand {
    private static final int ALL = 100_000;

    private final Listing plan = new Listing("work", "for", "does", "why");

    @Override
    Answer look(OpenStores stores) {
        Configuration configuration = Configurations.require(options().configuration());
        for (Decision decision : stores.decisions().pending()) {
            plan.row(
                    decision.kind().name().toLowerCase(Locale.ROOT),
                    decision.file(),
                    "carries out",
                    "decided by " + decision.actor() + " and cut short");
        }
        waiting(stores, FileState.RECEIVED, "not read yet");
        waiting(stores, FileState.OPENED, "its reading was cut short or failed");
        UnansweredFiles.of(stores.custody(), stores.jobs(), configuration)
                .forEach(file -> plan.row("intake", file.id(), "answers", "our answer was cut short or failed"));
        for (PastFile held : files(stores, FileState.HELD)) {
            plan.row("intake", held.file().id(), "skips", "held; a person must release or refuse it");
        }
        for (Partnership partnership : configuration.partnershipsInOrder()) {
            reconcile(stores, partnership);
        }
        for (JobRun review : stores.jobs().unfinished("review")) {
            plan.row(
                    "deliver --retry",
                    RunShowCommand.keys(review),
                    "sends",
                    review.failure().orElse("it was cut short"));
        }
        return Answer.of("plan", plan, "There is nothing to do but to look for new files.");
    }

    private void waiting(OpenStores stores, FileState state, String why) {
        for (PastFile past : files(stores, state)) {
            Optional<JobRun> last =
                    stores.jobs().last("intake", "fileId", past.file().id().value());
            plan.row(
                    "intake",
                    past.file().id(),
                    "reads",
                    last.flatMap(JobRun::failure).orElse(why));
        }
    }

    private static List<PastFile> files(OpenStores stores, FileState state) {
        return stores.custody().find(new FileQuery(null, null, state, null, null, ALL));
    }

    private void reconcile(OpenStores stores, Partnership partnership) {
        PartnershipId id = partnership.id();
        Optional<JobRun> last = stores.jobs().last("reconcile", "partnership", id.value());
        boolean same = last.filter(job -> !job.unfinished())
                .filter(job -> stores.books()
                        .activeHash(partnership.feeds())
                        .equals(job.keys().get("booksHash")))
                .isPresent();
        plan.row(
                "reconcile",
                id,
                same ? "repeats" : "reconciles",
                same
                        ? "for its new date only; the books are those of "
                                + last.map(job -> job.keys().get("asOf")).orElse("")
                        : "the books have changed since, or it was never done");
    }
}

package counterpart.operate;

import counterpart.control.batch.LaunchResult;
import counterpart.receive.Decision;
import counterpart.receive.Decisions;
import counterpart.receive.FileStory;
import java.util.Objects;
import java.util.function.Function;

/** An act that changes the books: the decision is written down first, so that a night carries out what was cut short. */
abstract class DecisionCommand extends ActCommand {
    /** Writes the decision down and carries it out. */
    final Done decide(Installation installation, FileStory story, Decision.Kind kind, String consequence) {
        return carryOut(
                installation,
                story,
                decisions -> decisions.decide(story.file().id(), kind, Operator.name(), null, reason()),
                consequence);
    }

    /** Writes a decision down in the way given, and carries it out. */
    final Done carryOut(
            Installation installation, FileStory story, Function<Decisions, Decision> writing, String consequence) {
        Decision decision;
        try {
            decision = writing.apply(installation.get(Decisions.class));
        } catch (IllegalStateException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
        LaunchResult result = FileActs.carryOut(installation, decision);
        String file = story.file().id().value();
        if (result.done()) {
            return new Done(ExitCode.DONE, file + " is " + FileActs.past(decision.kind()) + ". " + consequence);
        }
        return new Done(
                LaunchOutcomes.exitCode(result),
                "The decision about " + file + " stands, and is not carried out to its end: "
                        + Failures.ended(Objects.requireNonNullElse(result.failure(), "it was stopped"))
                        + " The next nightly goes on with it.");
    }
}

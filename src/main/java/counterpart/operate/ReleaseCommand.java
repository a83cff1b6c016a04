package counterpart.operate;

import counterpart.control.Audit;
import counterpart.control.batch.LaunchResult;
import counterpart.model.FileId;
import counterpart.partner.Configuration;
import counterpart.receive.Custody;
import counterpart.receive.CustodyDesk;
import counterpart.receive.Decision;
import counterpart.receive.Decisions;
import counterpart.receive.FileState;
import counterpart.receive.FileStory;
import counterpart.receive.ReceivedFile;
import counterpart.receive.ReleaseRequest;
import counterpart.receive.Settlement;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Loads a held file as it is. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = {
            "Loads a held file as it is, and answers the partner anew.",
            "What was held for dollars, rejected rows or membership (F-019 to F-022) is released by two people: one asks,",
            "another, who logged in as somebody else, confirms with --second."
        },
        footer = {"", "Example: ./counterpart release F-000047 --reason \"partner confirmed the gap, mail of 3 Nov\""})
final class ReleaseCommand extends DecisionCommand {
    private static final String CONSEQUENCE =
            "Its rows are in the books and the partner is told; the next nightly reconciles them.";

    @Option(names = "--second", description = "Confirm what another person asked for.")
    private boolean second;

    @Override
    String plan(CustodyDesk desk, FileStory story) {
        FileActs.requireState(story, "released", FileState.HELD);
        Settlement held = story.settlement().orElse(null);
        if (held == null) {
            return story.file().id() + " was held before it was read; it is read now.";
        }
        FileActs.laterLoaded(desk, story).ifPresent(later -> {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    later + " of the same days came after " + story.file().id()
                            + " and is in the books; releasing the older one would take its place, so nothing was"
                            + " changed. If the older one is right: ./counterpart withdraw " + later
                            + " --reason \"...\", then release it.");
        });
        return String.format(
                Locale.ROOT,
                "%s was held for %s It has %,d rows, of which %,d are loaded and %,d left out.%s",
                story.file().id(),
                held.reasons().stream().map(Settlement.Reason::toString).collect(Collectors.joining(" And for ")),
                held.rowsRead(),
                held.rowsAccepted(),
                held.rowsRejected(),
                FourEyes.needed(held)
                        ? second
                                ? " Two people must release it; this is the second act."
                                : " Two people must release it; this only asks for it."
                        : "");
    }

    /** Refuses a file of a feed that is not configured: nothing says how to read it and whom to answer. */
    @Override
    String aside(CustodyDesk desk, Audit audit, Supplier<Configuration> configuration, FileStory story) {
        configuration.get().feed(story.file().feed());
        return "";
    }

    @Override
    Done act(Installation installation, FileStory story) {
        if (story.settlement().isEmpty()) {
            return read(installation, story.file());
        }
        boolean two = FourEyes.needed(story.settlement().orElseThrow());
        if (two && !second) {
            return ask(installation, story.file());
        }
        return second ? confirm(installation, story) : decide(installation, story, Decision.Kind.RELEASE, CONSEQUENCE);
    }

    /** The first of two acts: nothing is loaded by it. */
    private Done ask(Installation installation, ReceivedFile file) {
        Operator first = Operator.present();
        installation.get(Decisions.class).ask(file.id(), first.person(), first.toString(), reason());
        return new Done(
                ExitCode.NEEDS_A_PERSON,
                first.person() + " asked that " + file.id()
                        + " be released; nothing is loaded yet. Another person, logged in as"
                        + " somebody else, looks at it and says: ./counterpart release " + file.id()
                        + " --second --reason \"...\"");
    }

    private Done confirm(Installation installation, FileStory story) {
        FileId id = story.file().id();
        Operator operator = Operator.present();
        ReleaseRequest asked = installation
                .get(Decisions.class)
                .request(id)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "nobody asked that " + id
                                + " be released, so there is nothing to confirm; nothing was changed. Ask"
                                + " without --second, and have another person confirm."));
        if (asked.person().equals(operator.person())) {
            throw new CommandFailure(
                    ExitCode.SECURITY,
                    asked.person()
                            + " asked for it, so another person must confirm; nothing was changed. Who logged in as"
                            + " somebody else says the same command.");
        }
        return carryOut(
                installation,
                story,
                decisions -> decisions.confirm(id, operator.person(), operator.toString(), reason()),
                asked.person() + " asked and " + operator.person() + " confirmed. " + CONSEQUENCE);
    }

    private Done read(Installation installation, ReceivedFile file) {
        installation.get(Decisions.class).letRead(file.id(), Operator.name(), reason());
        LaunchResult result = FileActs.read(installation, file);
        return read(installation, file, result);
    }

    /** How a reading that a person asked for ended. */
    static Done read(Installation installation, ReceivedFile file, LaunchResult result) {
        if (!result.done()) {
            return new Done(
                    LaunchOutcomes.exitCode(result),
                    file.id() + " was not read to its end: "
                            + Failures.ended(Objects.requireNonNullElse(result.failure(), "it was stopped"))
                            + " The next nightly goes on with it.");
        }
        FileState state = installation
                .get(Custody.class)
                .find(file.id())
                .map(ReceivedFile::state)
                .orElse(file.state());
        boolean loaded = state == FileState.LOADED;
        return new Done(
                loaded ? ExitCode.DONE : ExitCode.NEEDS_A_PERSON,
                file.id() + " was read and is " + NightTables.word(state)
                        + (loaded
                                ? "; the next nightly reconciles it."
                                : ". Next: ./counterpart explain " + file.id()));
    }
}

package counterpart.operate;

import counterpart.receive.FileState;
import counterpart.receive.FileStory;
import counterpart.receive.Settlement;
import counterpart.validate.CoverageLoss;
import counterpart.validate.Edit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Explains each state that a file in custody can be in. */
final class FileExplanations {
    private static final String COUNTERPART = "./counterpart ";

    private FileExplanations() {}

    /**
     * @param failure why the last attempt at reading it failed, when it failed
     * @param lastAct who decided last about it and why, for a state that a person decided
     */
    static Explanation of(FileStory story, Optional<String> failure, String lastAct) {
        String id = story.file().id().value();
        return switch (story.file().state()) {
            case RECEIVED, OPENED -> unread(story, failure);
            case HELD -> held(story, lastAct);
            case REFUSED -> refused(story, lastAct);
            case LOADED -> loaded(story);
            case SUPERSEDED ->
                new Explanation(
                        id,
                        what(story),
                        story.supersededBy() + " of the same period or date took its place in the books.",
                        "nothing; its rows are kept and do not count.",
                        List.of(COUNTERPART + "file show " + story.supersededBy()));
            case WITHDRAWN ->
                new Explanation(
                        id,
                        what(story),
                        "it was taken out of the books" + by(lastAct),
                        "the books stay as they are without it, and its period may have no rows.",
                        List.of(
                                COUNTERPART + "replay " + id + " --reason \"...\"   (read it again from our archive)",
                                "ask " + story.file().feed().partner() + " for a corrected file"));
            case EXPECTED, LATE, MISSING -> throw new IllegalStateException("a file in custody has arrived");
        };
    }

    private static Explanation unread(FileStory story, Optional<String> failure) {
        String id = story.file().id().value();
        return new Explanation(
                id,
                what(story),
                failure.map(sentence -> "its last reading failed: " + sentence)
                        .orElse(
                                story.file().state() == FileState.RECEIVED
                                        ? "it was taken into custody and no run has read it since."
                                        : "its reading was cut short, or it waits to be read again."),
                "the next nightly reads it; later files of " + story.file().feed() + " wait for it.",
                List.of(
                        COUNTERPART + "nightly",
                        COUNTERPART + "hold " + id + " --reason \"...\"   (keep it from being read)"));
    }

    private static Explanation held(FileStory story, String lastAct) {
        String id = story.file().id().value();
        boolean byPerson = story.settlement().map(Settlement::reasonCode).isEmpty();
        List<String> next = new ArrayList<>();
        next.add(COUNTERPART + "release " + id + " --reason \"...\"   ("
                + (story.settlement().filter(FourEyes::needed).isPresent()
                        ? "ask that it be loaded as it is; another person confirms with --second)"
                        : "load it as it is)"));
        next.add(COUNTERPART + "refuse " + id + " --reason \"...\"   (the partner must send another)");
        if (story.settlement().isPresent()) {
            next.add(COUNTERPART + "rejects " + id + "   (see what was wrong with rows)");
        }
        return new Explanation(
                id,
                what(story),
                byPerson ? "a person held it" + by(lastAct) : cause(story),
                "nothing of it counts; the books keep what they had for its period, and reports lack it.",
                next);
    }

    private static Explanation refused(FileStory story, String lastAct) {
        String id = story.file().id().value();
        boolean byPerson = story.settlement().map(Settlement::reasonCode).isEmpty();
        return new Explanation(
                id,
                what(story),
                byPerson ? "a person refused it" + by(lastAct) : cause(story),
                "nothing of it counts; until " + story.file().feed().partner()
                        + " sends it again, its period lacks these rows.",
                List.of(
                        "ask " + story.file().feed().partner() + " to send a corrected file"
                                + story.settlement()
                                        .map(Settlement::reasonCode)
                                        .flatMap(Rules::find)
                                        .map(Edit::remedy)
                                        .map(remedy -> ": " + remedy)
                                        .orElse(""),
                        COUNTERPART + "replay " + id + " --reason \"...\"   ("
                                + (isOfControlFile(story)
                                        ? "when only its control file was wrong, and both were sent again"
                                        : "when the fault was ours, for example in the layout, and is mended")
                                + ")"));
    }

    /** The file itself may be right then; sent again it is a duplicate, which nobody reads by itself. */
    private static boolean isOfControlFile(FileStory story) {
        return story.settlement()
                .map(Settlement::reasonCode)
                .filter("F-007"::equals)
                .isPresent();
    }

    private static Explanation loaded(FileStory story) {
        String id = story.file().id().value();
        long rejected = story.settlement().map(Settlement::rowsRejected).orElse(0L);
        List<String> next = new ArrayList<>();
        if (rejected > 0) {
            next.add(COUNTERPART + "rejects " + id);
        }
        if (story.acknowledgedPath() == null) {
            next.add(COUNTERPART + "nightly   (the partner has no answer yet)");
        }
        next.add(COUNTERPART + "withdraw " + id + " --reason \"...\"   (only when it should not count)");
        return new Explanation(
                id,
                what(story),
                "it was believed, its totals agree with those declared, and "
                        + (rejected == 0
                                ? "every row was accepted."
                                : String.format(
                                        Locale.ROOT,
                                        "%,d of %,d rows were left out.",
                                        rejected,
                                        story.settlement()
                                                .map(Settlement::rowsRead)
                                                .orElse(0L))),
                rejected == 0
                        ? "nothing; there is nothing to do."
                        : "the rows left out stay out of the books, and claims among them show as one-sided breaks.",
                next);
    }

    /** Who would lose coverage, by group, the greatest loss first; groups that lose nobody are one line. */
    static Listing preview(List<CoverageLoss> losses) {
        Listing listing = new Listing("group", "covered", "left out", "ended", "other plan", "remaining");
        losses.stream()
                .filter(FileExplanations::touches)
                .sorted(Comparator.comparingLong((CoverageLoss loss) -> loss.remaining() - loss.covered())
                        .thenComparing(CoverageLoss::group))
                .forEach(loss -> row(listing, loss.group(), List.of(loss)));
        List<CoverageLoss> others =
                losses.stream().filter(loss -> !touches(loss)).toList();
        if (!others.isEmpty()) {
            row(listing, others.size() + " other groups", others);
        }
        row(listing, "all", losses);
        return listing;
    }

    private static boolean touches(CoverageLoss loss) {
        return loss.absent() + loss.ended() + loss.moved() > 0;
    }

    private static void row(Listing listing, String name, List<CoverageLoss> losses) {
        listing.row(
                name,
                losses.stream().mapToLong(CoverageLoss::covered).sum(),
                losses.stream().mapToLong(CoverageLoss::absent).sum(),
                losses.stream().mapToLong(CoverageLoss::ended).sum(),
                losses.stream().mapToLong(CoverageLoss::moved).sum(),
                losses.stream().mapToLong(CoverageLoss::remaining).sum());
    }

    private static String what(FileStory story) {
        return story.file().id() + " ('" + story.file().remoteName() + "' of "
                + story.file().feed() + ") is " + NightTables.word(story.file().state()) + ".";
    }

    private static String cause(FileStory story) {
        return story.settlement()
                .map(end -> end.reasons().stream()
                        .map(Settlement.Reason::toString)
                        .collect(Collectors.joining("\n                ")))
                .orElse("");
    }

    private static String by(String lastAct) {
        return lastAct.isEmpty() ? "." : ": " + lastAct;
    }
}

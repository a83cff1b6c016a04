package counterpart.operate;

import counterpart.receive.Custody;
import counterpart.receive.Custody.PastFile;
import counterpart.receive.FileState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes at the end of a run what {@code status} will tell, and answers the exit code. */
final class Closing {
    private static final int FILES_TOLD = 10_000;
    private static final int SENTENCES = 20;

    private Closing() {}

    static int tell(Installation installation, ExitCode exitCode, String summary) {
        Map<String, Long> filesByState = new TreeMap<>();
        List<String> needsYou = new ArrayList<>();
        for (PastFile past : installation.get(Custody.class).latest(FILES_TOLD)) {
            filesByState.merge(past.file().state().name(), 1L, Long::sum);
            if (past.file().state() == FileState.HELD && needsYou.size() < SENTENCES) {
                needsYou.add(past.file().id() + " of " + past.file().feed() + " is held: "
                        + past.settlement()
                                .map(s -> s.reasonCode() + " " + s.reason())
                                .orElse("reason unknown"));
            }
        }
        installation.status().facts(filesByState, needsYou, List.of());
        return installation.status().end(exitCode.name(), exitCode.code(), summary);
    }
}

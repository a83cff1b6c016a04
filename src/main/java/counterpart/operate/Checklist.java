package counterpart.operate;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Checks in their order, each well or with what to do. */
final class Checklist {
    private final Listing listing = new Listing("check", "outcome", "detail");
    private final List<ExitCode> outcomes = new ArrayList<>();

    void well(String check, String detail) {
        listing.row(check, "ok", detail);
        outcomes.add(ExitCode.DONE);
    }

    /** Not as it should be, but work can go on. */
    void note(String check, String remedy) {
        listing.row(check, "note", remedy);
        outcomes.add(ExitCode.DONE);
    }

    void failed(String check, ExitCode code, String remedy) {
        listing.row(check, "FAILED", remedy);
        outcomes.add(code);
    }

    void skipped(String check, String why) {
        listing.row(check, "skipped", why);
    }

    /** Says every line and answers the exit code. */
    int tell(PrintWriter out, boolean json, String kind) {
        ExitCode worst = ExitCode.worst(outcomes);
        if (json) {
            out.println(Json.text(kind, Json.object("checks", listing.json(), "exitCode", worst.code())));
        } else {
            out.println(listing.table());
            out.println(
                    worst == ExitCode.DONE
                            ? "All is well."
                            : "Not all is well: " + worst.meaning() + " (exit code " + worst.code() + ").");
        }
        return worst.code();
    }
}

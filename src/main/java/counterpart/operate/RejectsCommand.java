package counterpart.operate;

import counterpart.control.Audit;
import counterpart.model.FileId;
import counterpart.receive.ReceivedFile;
import counterpart.validate.book.RejectedRows;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows which rows of a file were left out and why; what the partner sent only when it is asked for, with a reason. */
@Command(
        name = "rejects",
        mixinStandardHelpOptions = true,
        description = {
            "Counts the rows of a file that were left out, by rule, and lists the first of them. Values are masked.",
            "--show-phi shows the rows as the partner sent them; it needs --reason, and is audited."
        },
        footer = {"", "Example: ./counterpart rejects F-000048 --rule E-103 --lines 50"})
final class RejectsCommand extends LookCommand {
    @Parameters(paramLabel = "FILE", description = "The file's id, for example F-000048.")
    @SuppressWarnings("NullAway.Init")
    private FileId id;

    @Option(names = "--rule", paramLabel = "CODE", description = "Only rows that this rule rejected.")
    private @Nullable String rule;

    @Option(names = "--lines", paramLabel = "N", description = "At most so many lines (default: ${DEFAULT-VALUE}).")
    private int lines = 20;

    @Option(names = "--show-phi", description = "Show the rows as they were sent: members' data.")
    private boolean showPhi;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why members' data must be seen.")
    private @Nullable String reason;

    @Override
    void check() {
        if (lines < 0) {
            throw misused("--lines must be 0 or more");
        }
        if (showPhi && (reason == null || reason.isBlank())) {
            throw misused("--show-phi shows members' data, so say why with --reason; it is audited");
        }
    }

    @Override
    Answer look(OpenStores stores) throws SQLException {
        ReceivedFile file = stores.story(id).file();
        RejectedRows rejected = new RejectedRows(stores.books(), file.loadId());
        Map<String, Long> byRule = rejected.byRule();
        List<RejectedRows.Reason> first = rejected.first(rule, lines);
        Map<Long, byte[]> originals = showPhi ? originals(stores, file, rejected, first) : Map.of();
        return answer(byRule, first, originals, showPhi ? charset(file) : StandardCharsets.UTF_8);
    }

    private Answer answer(
            Map<String, Long> byRule, List<RejectedRows.Reason> first, Map<Long, byte[]> originals, Charset charset) {
        Listing counts = new Listing("rule", "rows", "meaning");
        byRule.forEach((code, rows) -> counts.row(code, rows, Rules.meaning(code)));
        Listing list = showPhi
                ? new Listing("line", "rule", "field", "value", "original")
                : new Listing("line", "rule", "field", "value");
        for (RejectedRows.Reason one : first) {
            byte[] bytes = originals.get(one.line());
            if (showPhi) {
                String original = bytes == null ? "(kept with its header row)" : new String(bytes, charset);
                list.row(one.line(), one.rule(), one.field(), one.maskedValue(), original);
            } else {
                list.row(one.line(), one.rule(), one.field(), one.maskedValue());
            }
        }
        String text = counts.isEmpty()
                ? "No row of " + id + " was left out."
                : counts.table() + (list.isEmpty() ? "" : "\n" + list.table());
        return new Answer("rejects", Json.object("file", id, "byRule", counts.json(), "lines", list.json()), text);
    }

    /** The audit comes first: what cannot be audited is not shown. */
    private Map<Long, byte[]> originals(
            OpenStores stores, ReceivedFile file, RejectedRows rejected, List<RejectedRows.Reason> first)
            throws SQLException {
        List<Long> wanted =
                first.stream().map(RejectedRows.Reason::line).distinct().toList();
        Audit audit = stores.audit();
        audit.record(Operator.name(), "showed members' data", file.id().value(), wanted.size() + " rows: " + reason);
        return rejected.originals(wanted);
    }

    private Charset charset(ReceivedFile file) {
        var configuration = Configurations.require(options().configuration());
        return configuration
                .partner(file.feed().partner())
                .layoutOf(configuration.feed(file.feed()))
                .dialect()
                .charset();
    }
}

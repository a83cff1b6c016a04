package counterpart.operate;

import counterpart.model.ControlTotals;
import counterpart.model.FileHeader;
import counterpart.model.FileId;
import counterpart.receive.FileStory;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Settlement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one file: how it came, how its reading ended, what was declared and counted, what we answered. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows how a file came, how its reading ended, its totals, its findings and our answer.",
        footer = {"", "Example: ./counterpart file show F-000048"})
final class FileShowCommand extends LookCommand {
    /** One of the totals. */
    private record Total(String name, boolean cents, Part part) {}

    @FunctionalInterface
    private interface Part {
        @Nullable
        Long of(ControlTotals totals);
    }

    private static final List<Total> TOTALS = List.of(
            new Total("rows", false, ControlTotals::detailCount),
            new Total("lines", false, ControlTotals::lineCount),
            new Total("members", false, ControlTotals::memberCount),
            new Total("reversals", false, ControlTotals::reversalCount),
            new Total("hash", false, ControlTotals::hashTotal),
            new Total("billed", true, ControlTotals::totalBilledCents),
            new Total("allowed", true, ControlTotals::totalAllowedCents),
            new Total("paid", true, ControlTotals::totalPaidCents),
            new Total("member cost", true, ControlTotals::totalMemberCostCents),
            new Total("reversed", true, ControlTotals::reversalPaidCents));

    @Parameters(paramLabel = "FILE", description = "The file's id, for example F-000048.")
    @SuppressWarnings("NullAway.Init")
    private FileId id;

    @Override
    Answer look(OpenStores stores) {
        FileStory story = stores.story(id);
        Map<String, @Nullable Object> facts = facts(story);
        StringBuilder text = new StringBuilder();
        facts.forEach((name, value) -> line(text, name, value));
        Map<String, @Nullable Object> json = Json.object("file", facts);
        story.settlement().ifPresent(end -> {
            Map<String, @Nullable Object> settlement = settlement(end);
            text.append('\n');
            settlement.forEach((name, value) -> line(text, name, value));
            Listing totals = totals(end);
            Map<String, Long> findings = new TreeMap<>(end.findingsByCode());
            if (!totals.isEmpty()) {
                text.append('\n').append(totals.table());
            }
            Listing found = new Listing("rule", "findings", "meaning");
            findings.forEach((rule, count) -> found.row(rule, count, Rules.meaning(rule)));
            text.append('\n').append(found.isEmpty() ? "No finding.\n" : found.table());
            json.put("settlement", settlement);
            json.put("totals", totals.json());
            json.put("findings", found.json());
        });
        text.append("\nTo see what it means and what to do: ./counterpart explain ")
                .append(id);
        return new Answer("file", json, text.toString());
    }

    private static Map<String, @Nullable Object> facts(FileStory story) {
        ReceivedFile file = story.file();
        return Json.object(
                "id", file.id(),
                "feed", file.feed(),
                "name", file.remoteName(),
                "state", NightTables.word(file.state()),
                "epoch", file.epoch(),
                "bytes", file.bytes(),
                "arrivedAt", file.arrivedAt(),
                "takenAt", file.takenAt(),
                "receivedSha256", file.receivedSha(),
                "clearSha256", file.clearSha(),
                "supersedes", story.supersedes(),
                "supersededBy", story.supersededBy(),
                "acknowledgedAt", story.acknowledgedAt(),
                "acknowledgment", story.acknowledgedPath(),
                "sentAgainAs",
                        story.deliveries().stream()
                                .filter(d -> d.fate().equals("DUPLICATE"))
                                .map(FileStory.Delivered::name)
                                .toList());
    }

    private static Map<String, @Nullable Object> settlement(Settlement end) {
        FileHeader header = end.header();
        return Json.object(
                "readingEnded", NightTables.word(end.state()),
                "reasonCode", end.reasonCode(),
                "reason", end.reason(),
                "rowsRead", end.rowsRead(),
                "accepted", end.rowsAccepted(),
                "rejected", end.rowsRejected(),
                "warned", end.rowsWarned(),
                "headerFileId", header.fileId(),
                "mode", header.mode(),
                "periodFrom", header.periodFrom(),
                "periodTo", header.periodTo(),
                "asOf", header.asOfDate(),
                "sequence", header.sequenceNumber());
    }

    private static Listing totals(Settlement end) {
        Listing listing = new Listing("total", "declared", "computed", "agree");
        for (Total total : TOTALS) {
            ControlTotals stated = end.declared();
            Long declared = stated == null ? null : total.part().of(stated);
            Long computed = total.part().of(end.computed());
            if (declared != null || computed != null) {
                String agree = declared == null ? "-" : declared.equals(computed) ? "yes" : "NO";
                listing.row(total.name(), amount(declared, total.cents()), amount(computed, total.cents()), agree);
            }
        }
        return listing;
    }

    private static @Nullable Object amount(@Nullable Long value, boolean cents) {
        return value != null && cents ? java.math.BigDecimal.valueOf(value, 2).toPlainString() : value;
    }

    private static void line(StringBuilder text, String name, @Nullable Object value) {
        Object shown = value instanceof java.time.Instant at ? Times.shown(at) : value;
        if (shown != null && !(shown instanceof List<?> list && list.isEmpty())) {
            String words = name.replaceAll("([a-z])([A-Z0-9])", "$1 $2").toLowerCase(java.util.Locale.ROOT);
            text.append(String.format("%-18s %s%n", words, shown instanceof List<?> list ? joined(list) : shown));
        }
    }

    private static String joined(List<?> list) {
        return String.join(", ", list.stream().map(String::valueOf).toList());
    }
}

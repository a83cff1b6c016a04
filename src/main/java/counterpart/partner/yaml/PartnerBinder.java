package counterpart.partner.yaml;

import counterpart.model.FeedName;
import counterpart.model.PartnerId;
import counterpart.partner.Completeness;
import counterpart.partner.Connection;
import counterpart.partner.DueTime;
import counterpart.partner.Feed;
import counterpart.partner.FileLayout;
import counterpart.partner.Guards;
import counterpart.partner.Partner;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes a {@link Partner} of a file that has passed every check. */
final class PartnerBinder {
    private static final int DEFAULT_PORT = 22;
    private static final int DEFAULT_TIMEOUT_SECONDS = 20;
    private static final int DEFAULT_RETRIES = 3;

    private final Secrets secrets;

    PartnerBinder(Secrets secrets) {
        this.secrets = secrets;
    }

    Partner partner(PartnerFile file) {
        Block root = file.root();
        Set<LocalDate> holidays = new HashSet<>();
        root.texts("holidays").forEach(day -> holidays.add(LocalDate.parse(day)));
        Map<FeedName, Feed> feeds = new HashMap<>();
        root.named("feeds").forEach((name, feed) -> feeds.put(new FeedName(name), feed(name, feed, root)));
        Map<String, FileLayout> layouts = new HashMap<>();
        root.named("layouts").forEach((name, layout) -> layouts.put(name, LayoutBinder.layout(name, layout)));
        return new Partner(
                new PartnerId(root.need("partner")),
                root.need("name"),
                Partner.Role.valueOf(root.need("role")),
                ZoneId.of(root.need("zone")),
                holidays,
                connection(file.connection().orElseThrow()),
                root.need("acknowledgments"),
                feeds,
                layouts);
    }

    private Connection connection(Block block) {
        return new Connection(
                block.need("host"),
                block.number("port", DEFAULT_PORT),
                block.need("user"),
                secrets.secret(block, "password").orElse(null),
                secrets.keyFile(block, "keyFile").orElse(null),
                secrets.secret(block, "keyPassphrase").orElse(null),
                block.texts("hostKeys"),
                Duration.ofSeconds(block.number("timeoutSeconds", DEFAULT_TIMEOUT_SECONDS)),
                block.number("retries", DEFAULT_RETRIES));
    }

    private static Feed feed(String name, Block block, Block partner) {
        return new Feed(
                new FeedName(name),
                Feed.Content.valueOf(block.need("content")),
                block.need("directory"),
                Pattern.compile(block.need("name")),
                block.need("layout"),
                completeness(block.needBlock("complete")),
                Feed.Slot.valueOf(block.need("slot")),
                block.block("due").map(PartnerBinder::due).orElse(null),
                block.text("processedDirectory").orElse(null),
                block.block("guards").map(PartnerBinder::guards).orElse(Guards.DEFAULT),
                block.text("fullFileAbsence").map(Feed.Absence::valueOf).orElse(Feed.Absence.TERMINATE),
                EditTermsBinder.terms(name, block, partner),
                block.text("countsAs").map(FeedName::new).orElse(null),
                block.text("mode").orElse(null));
    }

    private static Completeness completeness(Block block) {
        if (block.has("marker")) {
            return new Completeness.Marker(block.need("marker"));
        }
        if (block.has("control")) {
            return new Completeness.Control(block.need("control"));
        }
        Block stable = block.needBlock("stable");
        return new Completeness.Stable(
                Integer.parseInt(stable.need("looks")),
                Duration.ofSeconds(Long.parseLong(stable.need("everySeconds"))));
    }

    private static DueTime due(Block block) {
        Set<DayOfWeek> days = new HashSet<>();
        block.texts("days").forEach(day -> days.add(DayOfWeek.valueOf(day)));
        Set<Integer> monthDays = new HashSet<>();
        block.texts("monthDays").forEach(day -> monthDays.add(Integer.valueOf(day)));
        return new DueTime(
                days,
                monthDays,
                LocalTime.parse(block.need("by")),
                Duration.ofMinutes(block.number("graceMinutes", 0)));
    }

    private static Guards guards(Block block) {
        return new Guards(
                fraction(block, "rejectRateHold", Guards.DEFAULT.rejectRateHold()),
                fraction(block, "rejectRateRefuse", Guards.DEFAULT.rejectRateRefuse()),
                fraction(block, "volumeSwing", Guards.DEFAULT.volumeSwing()),
                fraction(block, "dollarSwing", Guards.DEFAULT.dollarSwing()),
                fraction(block, "terminationShare", Guards.DEFAULT.terminationShare()),
                fraction(block, "groupTerminationShare", Guards.DEFAULT.groupTerminationShare()));
    }

    private static double fraction(Block block, String key, double otherwise) {
        return block.text(key).map(Double::parseDouble).orElse(otherwise);
    }
}

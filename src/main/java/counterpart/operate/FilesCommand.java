package counterpart.operate;

import counterpart.model.FeedName;
import counterpart.model.PartnerId;
import counterpart.partner.Configuration;
import counterpart.partner.Partner;
import counterpart.receive.Custody.PastFile;
import counterpart.receive.FileQuery;
import counterpart.receive.FileState;
import counterpart.receive.Settlement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists files in custody. */
@Command(
        name = "files",
        mixinStandardHelpOptions = true,
        description = "Lists the files in custody, the newest arrival first, and what became of each.",
        footer = {"", "Example: ./counterpart files --state HELD", "One file in full: ./counterpart file show F-000048"
        })
final class FilesCommand extends LookCommand {
    private static final int LONGEST_REASON = 60;
    private static final int OF_A_DAY = 10_000;

    @Option(names = "--partner", paramLabel = "NAME", description = "Files of this partner.")
    private @Nullable String partner;

    @Option(names = "--feed", paramLabel = "NAME", description = "Files of this feed, for example medical.")
    private @Nullable String feed;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "Files in this state: RECEIVED, OPENED, REFUSED, HELD, LOADED, SUPERSEDED or WITHDRAWN.")
    private @Nullable FileState state;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "Files that arrived on this day in their partner's zone.")
    private @Nullable LocalDate date;

    @Option(names = "--last", paramLabel = "N", description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int last = 50;

    @Override
    void check() {
        if (last < 1) {
            throw misused("--last must be 1 or more");
        }
        query(null, null, last); // names that can be none are refused before the home is opened
    }

    @Override
    Answer look(OpenStores stores) {
        List<PastFile> files = date == null ? stores.custody().find(query(null, null, last)) : ofDay(stores, date);
        Listing listing = new Listing(
                "file", "feed", "name", "arrived", "state", "rowsRead", "accepted", "rejected", "warned", "reason");
        for (PastFile past : files) {
            Optional<Settlement> end = past.settlement();
            listing.row(
                    past.file().id(),
                    past.file().feed(),
                    past.file().remoteName(),
                    past.file().arrivedAt(),
                    NightTables.word(past.file().state()),
                    end.map(Settlement::rowsRead).orElse(null),
                    end.map(Settlement::rowsAccepted).orElse(null),
                    end.map(Settlement::rowsRejected).orElse(null),
                    end.map(Settlement::rowsWarned).orElse(null),
                    end.map(FilesCommand::reason).orElse(""));
        }
        return Answer.of("files", listing, "No file in custody is like that.");
    }

    /** Days differ by zone, so a day and a half around it is asked for and each file is looked at. */
    private List<PastFile> ofDay(OpenStores stores, LocalDate day) {
        Configuration configuration = Configurations.require(options().configuration());
        Instant from = day.atStartOfDay(ZoneOffset.MAX).toInstant();
        Instant before = day.plusDays(1).atStartOfDay(ZoneOffset.MIN).toInstant();
        return stores.custody().find(query(from, before, OF_A_DAY)).stream()
                .filter(past -> day.equals(LocalDate.ofInstant(
                        past.file().arrivedAt(),
                        zone(configuration, past.file().feed().partner()))))
                .limit(last)
                .toList();
    }

    private static ZoneId zone(Configuration configuration, PartnerId id) {
        Partner known = configuration.partners().get(id);
        return known == null ? ZoneId.systemDefault() : known.zone();
    }

    private FileQuery query(@Nullable Instant from, @Nullable Instant before, int atMost) {
        try {
            return new FileQuery(
                    partner == null ? null : new PartnerId(partner),
                    feed == null ? null : new FeedName(feed),
                    state,
                    from,
                    before,
                    atMost);
        } catch (IllegalArgumentException e) {
            throw misused(String.valueOf(e.getMessage()));
        }
    }

    private static String reason(Settlement settlement) {
        if (settlement.reasonCode() == null) {
            return "";
        }
        String text = settlement.reasonCode() + " " + Objects.requireNonNullElse(settlement.reason(), "");
        return Table.shortened(text, LONGEST_REASON);
    }
}

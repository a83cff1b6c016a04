package counterpart.receive;

import counterpart.partner.Feed;
import counterpart.partner.Partner;
import counterpart.partner.RemoteFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of one directory, as one feed sees them.
 *
 * @param mine files whose names match the feed's pattern
 * @param markers the feed's marker or control files, by their own name
 * @param unknown files that match no feed of the partner and are no marker, or whose names cannot be used; told by one feed of the directory only, so
 *     that each is told once
 * @param noFiles names like those of the feed's files that belong to a link, a folder or a device
 * @param others how many entries are other feeds', markers, temporary, no files, or not there yet by our clock
 */
public record SortedFiles(
        List<RemoteFile> mine,
        Map<String, RemoteFile> markers,
        List<RemoteFile> unknown,
        List<String> noFiles,
        int others) {
    private static final Set<String> TEMPORARY = Set.of(".part", ".filepart", ".tmp", ".writing");

    public SortedFiles {
        mine = List.copyOf(mine);
        markers = Map.copyOf(markers);
        unknown = List.copyOf(unknown);
        noFiles = List.copyOf(noFiles);
    }

    /** Sorts a directory; a file whose time lies after {@code now} is not there yet. */
    public static SortedFiles of(Shelf.Contents contents, Partner partner, Feed feed, Instant now) {
        List<Feed> sharing = partner.feedsInOrder().stream()
                .filter(f -> f.directory().equals(feed.directory()))
                .toList();
        boolean tellsUnknown = sharing.get(0).name().equals(feed.name());
        List<RemoteFile> mine = new ArrayList<>();
        Map<String, RemoteFile> markers = new HashMap<>();
        List<RemoteFile> unknown = new ArrayList<>(tellsUnknown ? contents.badlyNamed() : List.of());
        List<String> noFiles =
                contents.notFiles().stream().filter(name -> matches(feed, name)).toList();
        int others = contents.size() - contents.files().size() - unknown.size() - noFiles.size();
        for (RemoteFile file : contents.files()) {
            if (file.modifiedAt().isAfter(now) || isTemporary(file.name())) {
                others++;
            } else if (isMarkerOf(feed, file.name())) {
                markers.put(file.name(), file);
                others++;
            } else if (matches(feed, file.name())) {
                mine.add(file);
            } else if (tellsUnknown && sharing.stream().noneMatch(f -> belongsTo(f, file.name()))) {
                unknown.add(file);
            } else {
                others++;
            }
        }
        return new SortedFiles(mine, markers, unknown, noFiles, others);
    }

    /**
     * When the partner's server says that the file became complete; none while its marker is missing or older than the
     * file, which then was written anew. A feed without markers answers the file's own time.
     */
    public Optional<Instant> completeAt(Feed feed, RemoteFile file) {
        Optional<String> marker = feed.completeness().companionOf(file.name());
        if (marker.isEmpty()) {
            return Optional.of(file.modifiedAt());
        }
        return marker.map(markers::get).map(RemoteFile::modifiedAt).filter(at -> !at.isBefore(file.modifiedAt()));
    }

    private static boolean belongsTo(Feed feed, String name) {
        return matches(feed, name) || isMarkerOf(feed, name);
    }

    private static boolean matches(Feed feed, String name) {
        return feed.namePattern().matcher(name).matches();
    }

    private static boolean isMarkerOf(Feed feed, String name) {
        return feed.completeness()
                .companionOf("")
                .filter(suffix ->
                        name.endsWith(suffix) && matches(feed, name.substring(0, name.length() - suffix.length())))
                .isPresent();
    }

    private static boolean isTemporary(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.startsWith(".") || TEMPORARY.stream().anyMatch(lower::endsWith);
    }
}

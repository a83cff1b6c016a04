package counterpart.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much of each part page 1 shows. Cards and rows are in the order of their rules, so what falls away is the least of
 * its part: an off-target measure that loses its card is still named, and what loses its line stands on a later page.
 */
public final class Room {
    /** The parts of page 1 that may be cut. */
    public enum Part {
        SUCCESSES(3, 0),
        TRENDS(3, 0),
        ATTENTION(3, 0),
        DECISIONS(8, 1),
        CHANGES(9, 2),
        TRUST(9, 2);

        private final int most;
        private final int least;

        Part(int most, int least) {
            this.most = most;
            this.least = least;
        }
    }

    private final Map<Part, Integer> places;

    private Room(Map<Part, Integer> places) {
        this.places = places;
    }

    /** All that the rules wish to show. */
    public static Room full() {
        Map<Part, Integer> places = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            places.put(part, part.most);
        }
        return new Room(places);
    }

    /** How many cards or lines a part may have. */
    public int of(Part part) {
        return places.getOrDefault(part, 0);
    }

    /**
     * One place less in a part that uses its places.
     *
     * @param used how many cards or lines the part shows now
     * @return none when the part cannot become smaller
     */
    public Optional<Room> without(Part part, int used) {
        if (used <= part.least) {
            return Optional.empty();
        }
        Map<Part, Integer> fewer = new EnumMap<>(places);
        fewer.put(part, used - 1);
        return Optional.of(new Room(fewer));
    }

    @Override
    public String toString() {
        return places.toString();
    }
}

package counterpart.sample;

import counterpart.sample.PlannedFile.Feed;
import counterpart.sample.Scenario.Faults;
import java.util.ArrayList;
import java.util.List;

/** A way in which a whole file is wrong, with the rule that must say so and the state it must lead to. */
enum FileFault {
    CORRUPT_GZIP("F-002", "REJECT_FILE", "REFUSED", "M0 M4"),
    EMPTY("F-003", "REJECT_FILE", "REFUSED", "E0 L3"),
    TRUNCATED("F-004", "REJECT_FILE", "REFUSED", "E0 P0"),
    WRONG_SENDER("F-005", "REJECT_FILE", "REFUSED", "M0 P0"),
    UNKNOWN_VERSION("F-006", "REJECT_FILE", "REFUSED", "P0 M3"),
    COUNT_OFF_BY_ONE("F-008", "REJECT_FILE", "REFUSED", "P0 M3 P3"),
    AMOUNT_OFF_BY_A_CENT("F-009", "REJECT_FILE", "REFUSED", "P0 M4 P4"),
    REUSED_FILE_ID("F-010", "HOLD_FILE", "HELD", "M3 M4"),
    SEQUENCE_GAP("F-012", "HOLD_FILE", "HELD", "L3 L4"),
    STALE("F-014", "HOLD_FILE", "HELD", "E3 E4"),
    CONTROL_CHARACTER("F-015", "REJECT_FILE", "REFUSED", "E0 P0"),
    TEST_FILE("F-017", "REJECT_FILE", "REFUSED", "M0 E4"),
    FEW_ROWS("F-018", "HOLD_FILE", "HELD", "E3 E4"),
    DOUBLE_DOLLARS("F-019", "HOLD_FILE", "HELD", "M3 M4"),
    REJECTS_TO_HOLD("F-020", "HOLD_FILE", "HELD", "P0 M4"),
    REJECTS_TO_REFUSE("F-020", "REJECT_FILE", "REFUSED", "P0 M3"),
    MISSING_COLUMN("F-026", "REJECT_FILE", "REFUSED", "L0 L3"),
    UNCLOSED_QUOTE("F-027", "REJECT_FILE", "REFUSED", "L0 L4"),
    /** Comes after the good file, with its bytes. */
    DUPLICATE("F-011", "INFO", "DUPLICATE", "M0 L4");

    private static final String FEW = "TRUNCATED@P4 DUPLICATE@M0 MISSING_COLUMN@L4";
    private static final String LATE_ALL = "P3 P4";
    private static final String LATE_FEW = "P3";

    private final String code;
    private final String severity;
    private final String state;
    private final List<String> places;

    /** @param places first letter of the feed and number of the fresh week, for a set with all faults */
    FileFault(String code, String severity, String state, String places) {
        this.code = code;
        this.severity = severity;
        this.state = state;
        this.places = List.of(places.split(" "));
    }

    String code() {
        return code;
    }

    String severity() {
        return severity;
    }

    String state() {
        return state;
    }

    /** Whether the file is refused or held, so that a good one must follow. */
    boolean needsResend() {
        return this != DUPLICATE;
    }

    /** Whether the rows of such a file are read to their end; else its first lines tell that they are not worth it. */
    boolean isRead() {
        return switch (this) {
            case COUNT_OFF_BY_ONE, AMOUNT_OFF_BY_A_CENT, REJECTS_TO_REFUSE -> true;
            default -> state.equals("HELD");
        };
    }

    /** The faults planted on a feed's file of a fresh week, in the order of their arrival. */
    static List<FileFault> of(Faults faults, Feed feed, int week) {
        String place = place(feed, week);
        List<FileFault> found = new ArrayList<>();
        for (FileFault fault : values()) {
            boolean planted = switch (faults) {
                case NONE -> false;
                case FEW -> List.of(FEW.split(" ")).contains(fault.name() + "@" + place);
                case ALL -> fault.places.contains(place);
            };
            if (planted) {
                found.add(fault);
            }
        }
        return found;
    }

    /** Whether a feed's file of a fresh week comes a day late. */
    static boolean isLate(Faults faults, Feed feed, int week) {
        return switch (faults) {
            case NONE -> false;
            case FEW -> List.of(LATE_FEW.split(" ")).contains(place(feed, week));
            case ALL -> List.of(LATE_ALL.split(" ")).contains(place(feed, week));
        };
    }

    private static String place(Feed feed, int week) {
        return feed.name().substring(0, 1) + week;
    }
}

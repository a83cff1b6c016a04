package counterpart.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One file that a partner will leave on its server.
 *
 * @param history whether it is a history file
 * @param week fresh week, from 0; -1 for history
 * @param from first day of its period
 * @param to last day of its period, and the day whose end it describes
 * @param created local time of the partner, yyyyMMddHHmmss
 * @param fileId header file id; the ledger has none
 * @param replaces header file id of the faulty file that this one replaces, or empty
 * @param isLate whether it arrives after its due time
 */
record PlannedFile(
        Feed feed,
        boolean history,
        int week,
        LocalDate from,
        LocalDate to,
        int sequence,
        String created,
        Instant arrival,
        String fileId,
        String replaces,
        boolean isLate) {
    /** The feeds of the partnership. */
    enum Feed {
        ELIGIBILITY("lakeshore", "ELIG", "ELG-1.0", ".txt"),
        MEDICAL("lakeshore", "MCLM", "MCL-1.0", ".txt.gz"),
        PHARMACY("lakeshore", "RXCLM", "RXC-1.0", ".txt"),
        LEDGER("cascadia", "LEDGER", "", ".csv"),
        ROSTER("cascadia", "ROSTER", "", ".csv"),
        /** What changed since the last full eligibility file. */
        CHANGES("lakeshore", "ELIG", "ELG-1.0", ".txt");

        private final String partner;
        private final String type;
        private final String version;
        private final String extension;

        Feed(String partner, String type, String version, String extension) {
            this.partner = partner;
            this.type = type;
            this.version = version;
            this.extension = extension;
        }

        String partner() {
            return partner;
        }

        String type() {
            return type;
        }

        String version() {
            return version;
        }

        /** Whether the file is plain CSV: a heading line, commas, and neither header nor trailer record. */
        boolean plain() {
            return this == LEDGER || this == ROSTER;
        }

        /** Whether each file describes a day and holds everybody. */
        boolean whole() {
            return this == ELIGIBILITY || this == ROSTER;
        }

        boolean packed() {
            return this == MEDICAL;
        }

        /** The feed's name in the configuration. */
        String label() {
            return partner + "/" + name().toLowerCase(Locale.ROOT);
        }
    }

    String mode() {
        if (feed == Feed.CHANGES) {
            return "CHG";
        }
        return history ? "HIST" : "FULL";
    }

    String name() {
        DateTimeFormatter compact = DateTimeFormatter.BASIC_ISO_DATE;
        String period = compact.format(from) + "-" + compact.format(to);
        if (feed == Feed.LEDGER) {
            return "Cascadia Ledger " + period + " " + mode() + " " + sequence + ".csv";
        }
        if (feed == Feed.ROSTER) {
            return "Cascadia Roster " + compact.format(to) + " " + mode() + " " + sequence + ".csv";
        }
        return "LAKESHORE_COM_" + feed.type() + "_" + mode() + "_" + period + "_" + created + "_" + fiveDigits(sequence)
                + feed.extension;
    }

    /** Path below the partner's server root. */
    String path() {
        return "outbox/" + name();
    }

    /** The header record, without a line end. */
    String header() {
        DateTimeFormatter compact = DateTimeFormatter.BASIC_ISO_DATE;
        return String.join(
                "|",
                "HD",
                feed.version(),
                fileId,
                "LAKESHORE",
                "CASCADIA",
                feed.type(),
                mode(),
                replaces.isEmpty() ? "O" : "R",
                compact.format(from),
                compact.format(to),
                created,
                fiveDigits(sequence),
                "P",
                replaces,
                compact.format(to));
    }

    private static String fiveDigits(int number) {
        return Integer.toString(100_000 + number).substring(1);
    }
}

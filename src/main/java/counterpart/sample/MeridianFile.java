package counterpart.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * One file of the partnership with the pharmacy benefit manager.
 *
 * @param cycle fresh billing cycle, from 0; -1 for history
 * @param from first day of its period
 * @param to last day of its period, and the day whose end it describes
 * @param arrival when it appears on the server
 * @param late whether that is after its due time
 * @param attempt what tells a resend from the file that it replaces; empty for a first delivery
 */
record MeridianFile(
        Feed feed,
        int cycle,
        LocalDate from,
        LocalDate to,
        int sequence,
        Instant arrival,
        boolean late,
        String attempt) {
    /** The three feeds of the partnership. */
    enum Feed {
        CLAIMS("meridian", "claims", ".ready"),
        ELIGIBILITY("cascadia", "rx-eligibility", ".done"),
        LEDGER("cascadia", "rx-ledger", ".done");

        private final String partner;
        private final String label;
        private final String marker;

        Feed(String partner, String label, String marker) {
            this.partner = partner;
            this.label = label;
            this.marker = marker;
        }

        String partner() {
            return partner;
        }

        /** The feed's name in the configuration. */
        String label() {
            return partner + "/" + label;
        }

        String marker() {
            return marker;
        }
    }

    boolean history() {
        return cycle < 0;
    }

    String name() {
        DateTimeFormatter compact = DateTimeFormatter.BASIC_ISO_DATE;
        String mode = history() ? "HIST" : "FULL";
        String first = compact.format(from);
        String last = compact.format(to);
        return switch (feed) {
            case CLAIMS ->
                "MRX_CASCADIA_" + mode + "_" + first + "_" + last + "_"
                        + Integer.toString(10_000 + sequence).substring(1) + ".txt";
            case ELIGIBILITY -> "Cascadia Rx Eligibility " + first + "-" + last + " " + mode + " " + sequence + ".csv";
            case LEDGER -> clearName() + (packed() ? ".zip" : "");
        };
    }

    /** Whether the file comes in a zip archive. */
    boolean packed() {
        return feed == Feed.LEDGER && !history();
    }

    /** The name of a ledger's file, or of the one inside its archive. */
    String clearName() {
        DateTimeFormatter compact = DateTimeFormatter.BASIC_ISO_DATE;
        String mode = history() ? "HIST" : "FULL";
        return "Cascadia Rx Ledger " + compact.format(from) + "-" + compact.format(to) + " " + mode + " " + sequence
                + ".csv";
    }

    /** Path below the partner's server root. */
    String path() {
        return "outbox/" + name();
    }

    /** The manager's number of the batch; the payer's files have none. */
    String batch() {
        return "MRX-" + DateTimeFormatter.BASIC_ISO_DATE.format(to) + (history() ? "H" : "") + attempt;
    }
}

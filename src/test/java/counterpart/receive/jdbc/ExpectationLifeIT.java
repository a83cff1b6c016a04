package counterpart.receive.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.model.FeedId;
import counterpart.model.FileId;
import counterpart.model.Sha256;
import counterpart.partner.RemoteFile;
import counterpart.receive.Expectation;
import counterpart.receive.FileState;
import counterpart.receive.Landing;
import counterpart.receive.MovableClock;
import counterpart.receive.jdbc.Sighted.Fate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state that a promised delivery may be in and come to, in a real ledger, against a table written by hand. */
class ExpectationLifeIT {
    private static final FeedId FEED = FeedId.of("lakeshore/eligibility");
    private static final LocalDate DAY = LocalDate.parse("2026-10-05");
    private static final Instant DUE = Instant.parse("2026-10-05T13:00:00Z");
    private static final Instant LATE_AT = Instant.parse("2026-10-05T14:00:00Z");
    private static final List<FileState> OPEN_OR_ANSWERED =
            List.of(FileState.EXPECTED, FileState.LATE, FileState.MISSING, FileState.RECEIVED);

    /**
     * State, then the way to each of EXPECTED, LATE, MISSING and RECEIVED (by another file): the states that it goes through, by
     * their letters; - is refused.
     */
    private static final Map<FileState, String> TABLE = Map.of(
            FileState.EXPECTED, ". L M R",
            FileState.LATE, "- . M R",
            FileState.MISSING, "- - . R",
            FileState.RECEIVED, "E EL EM ER",
            FileState.OPENED, "- - - -",
            FileState.REFUSED, "- - - -",
            FileState.HELD, "- - - -",
            FileState.LOADED, "- - - -",
            FileState.SUPERSEDED, "- - - -",
            FileState.WITHDRAWN, "- - - -");

    private final MovableClock clock = new MovableClock("2026-10-05T12:00:00Z");
    private final Ledger ledger = new Ledger(clock);
    private final ExpectationMoves moves = new ExpectationMoves(ledger.control, ledger.audit);
    private int files;

    @ParameterizedTest
    @EnumSource
    void each_way_is_the_tables_with_an_event_for_each_step_or_is_refused_without_a_trace(FileState from) {
        List<String> found = new ArrayList<>();
        for (FileState to : OPEN_OR_ANSWERED) {
            Expectation is = aDelivery(to);
            Expectation was = in(from);
            String before = row();
            long seen = lastEvent();
            try {
                ledger.transaction.executeWithoutResult(status -> moves.become(was, is));
                found.add(lettersOfEventsAfter(seen));
                assertThat(ledger.expectations.between(DAY, DAY)).containsExactly(is);
            } catch (IllegalStateException refused) {
                assertThat(refused).hasMessageContaining("lakeshore/eligibility 2026-10-05");
                assertThat(row()).isEqualTo(before);
                assertThat(lettersOfEventsAfter(seen)).isEqualTo(".");
                found.add("-");
            }
        }
        assertThat(String.join(" ", found)).isEqualTo(TABLE.get(from));
    }

    @Test
    void no_delivery_becomes_what_only_a_file_can_be() {
        Expectation was = in(FileState.EXPECTED);
        for (FileState to : FileState.values()) {
            if (!OPEN_OR_ANSWERED.contains(to)) {
                assertThatThrownBy(() -> moves.become(was, aDelivery(to))).isInstanceOf(IllegalArgumentException.class);
            }
        }
        assertThat(ledger.expectations.between(DAY, DAY)).containsExactly(was);
    }

    @Test
    void a_change_whose_event_cannot_be_written_did_not_happen() {
        int tried = 0;
        for (FileState from : OPEN_OR_ANSWERED) {
            String[] ways = String.valueOf(TABLE.get(from)).split(" ");
            for (FileState to : OPEN_OR_ANSWERED) {
                String way = ways[OPEN_OR_ANSWERED.indexOf(to)];
                for (int written = 0; Character.isLetter(way.charAt(0)) && written < way.length(); written++) {
                    Expectation is = aDelivery(to);
                    Expectation was = in(from);
                    String before = row();
                    ledger.control
                            .sql("alter table audit_event add constraint audit_is_full check (id <= " + lastEvent()
                                    + " or act not like 'expectation " + way.charAt(written) + "%')")
                            .update();
                    assertThatThrownBy(() -> ledger.transaction.executeWithoutResult(status -> moves.become(was, is)))
                            .as("%s to %s", from, to)
                            .isNotNull();
                    assertThat(row()).as("%s to %s", from, to).isEqualTo(before);
                    ledger.control
                            .sql("alter table audit_event drop constraint audit_is_full")
                            .update();
                    tried++;
                }
            }
        }
        assertThat(tried).isEqualTo(13);
    }

    @Test
    void what_somebody_else_changed_meanwhile_is_not_changed_again() {
        Expectation was = in(FileState.EXPECTED);
        ledger.transaction.executeWithoutResult(status -> moves.become(was, aDelivery(FileState.LATE)));
        assertThatThrownBy(() -> moves.become(was, aDelivery(FileState.MISSING)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing was changed");
        assertThat(ledger.expectations.between(DAY, DAY)).containsExactly(aDelivery(FileState.LATE));
    }

    /** Whoever writes a state writes it through the machine: two classes, one for files, one for expectations. */
    @Test
    void nothing_else_in_the_program_writes_a_state() throws IOException {
        Pattern write = Pattern.compile(
                "update\\s+(received_file|expectation)\\s+set\\s+([^\";]*?,\\s*)?state\\s*=", Pattern.CASE_INSENSITIVE);
        List<String> writers = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(Path.of("src", "main"))) {
            for (Path file : tree.filter(path -> path.toString().matches(".*\\.(java|sql)"))
                    .toList()) {
                String text = Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "");
                if (write.matcher(text).find()) {
                    writers.add(file.getFileName().toString());
                }
            }
        }
        assertThat(writers).containsExactlyInAnyOrder("FileMoves.java", "ExpectationMoves.java");
    }

    /** The delivery in a state, written down; a file answers it exactly when it is RECEIVED. */
    private Expectation in(FileState state) {
        Expectation expectation = aDelivery(state);
        ledger.control.sql("delete from expectation").update();
        ledger.control
                .sql("""
                        insert into expectation (partner_id, feed_name, business_date, due_at, late_at, state, file_id,
                            arrived_at)
                        values ('lakeshore', 'eligibility', :day, :due, :late, :state, :file, :arrived)
                        """)
                .param("day", DAY)
                .param("due", Instants.stored(DUE))
                .param("late", Instants.stored(LATE_AT))
                .param("state", state.name())
                .param("file", state == FileState.RECEIVED ? String.valueOf(expectation.file()) : null)
                .param("arrived", state == FileState.RECEIVED ? Instants.stored(DUE) : null)
                .update();
        return expectation;
    }

    private Expectation aDelivery(FileState state) {
        boolean answered = state == FileState.RECEIVED;
        return new Expectation(FEED, DAY, DUE, LATE_AT, state, answered ? aFile() : null, answered ? DUE : null);
    }

    /** A file that came when nothing was expected, so that it changes no expectation. */
    private FileId aFile() {
        ledger.control.sql("delete from expectation").update();
        files++;
        Poll poll = new Poll(FEED, DAY, Integer.toString(files));
        ledger.sightings.see(poll, new RemoteFile("ELIG_" + files, 3, DUE), Fate.READY, DUE, null);
        Sha256 sha = new Sha256(String.format("%064x", files));
        return ledger.taking
                .take(
                        poll,
                        ledger.sightings.seenIn(poll).get(0),
                        new Landing.Landed("x.part", sha, sha, 3),
                        null,
                        ledger.taking.nextId(),
                        Landing.NO_KEY)
                .id();
    }

    private long lastEvent() {
        return ledger.control
                .sql("select coalesce(max(id), -1) from audit_event")
                .query(Long.class)
                .single();
    }

    private String lettersOfEventsAfter(long id) {
        List<String> acts = ledger.control
                .sql("select act from audit_event where id > :id and act like 'expectation %' order by id")
                .param("id", id)
                .query(String.class)
                .list();
        StringBuilder letters = new StringBuilder();
        acts.forEach(act -> letters.append(act.charAt("expectation ".length())));
        return letters.isEmpty() ? "." : letters.toString();
    }

    private String row() {
        return ledger.control
                .sql("select * from expectation")
                .query()
                .listOfRows()
                .toString();
    }
}

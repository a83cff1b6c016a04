package counterpart.receive.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.model.ControlTotals;
import counterpart.model.FeedId;
import counterpart.model.FileHeader;
import counterpart.model.FileId;
import counterpart.model.Sha256;
import counterpart.partner.RemoteFile;
import counterpart.receive.Decision;
import counterpart.receive.FileState;
import counterpart.receive.Landing;
import counterpart.receive.MovableClock;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Settlement;
import counterpart.receive.jdbc.Sighted.Fate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every act in every state, in a real ledger, against a table that was written by hand. */
class FileLifeIT {
    /** What a person, a night or another file does to a file. */
    private enum Act {
        OPEN,
        LOAD,
        SET_ASIDE,
        REFUSE,
        HOLD,
        LET_READ,
        REPLAY,
        SUPERSEDE,
        BRING_BACK,
        WITHDRAW,
        ACKNOWLEDGE
    }

    /**
     * State, then what each act makes of it, in the order of the acts: E expected, L late, M missing, r received, o opened, x
     * refused, h held, l loaded, s superseded, w withdrawn; - is refused, . changes nothing.
     */
    private static final Map<FileState, String> TABLE = Map.of(
            FileState.EXPECTED, "- - - - - - - - . - .",
            FileState.LATE, "- - - - - - - - . - .",
            FileState.MISSING, "- - - - - - - - . - .",
            FileState.RECEIVED, "o - - - h - - - . - .",
            FileState.OPENED, ". l h x h - - - . - .",
            FileState.REFUSED, "- - - - - - o - . - .",
            FileState.HELD, "- l - x - o o - . - .",
            FileState.LOADED, "- - - - - - - s . w .",
            FileState.SUPERSEDED, "- - - - - - - - l w .",
            FileState.WITHDRAWN, "- - - - - - o - . . .");

    private static final Map<Character, FileState> LETTERS = Map.of(
            'r', FileState.RECEIVED,
            'o', FileState.OPENED,
            'x', FileState.REFUSED,
            'h', FileState.HELD,
            'l', FileState.LOADED,
            's', FileState.SUPERSEDED,
            'w', FileState.WITHDRAWN);

    private final MovableClock clock = new MovableClock("2026-10-05T15:00:00Z");
    private final Ledger ledger = new Ledger(clock);
    private final JdbcDecisions decisions = new JdbcDecisions(ledger.control, ledger.transaction, ledger.audit, clock);
    private int files;

    @ParameterizedTest
    @EnumSource
    void each_act_does_what_the_table_says_with_one_event_or_is_refused_without_a_trace(FileState from) {
        List<String> found = new ArrayList<>();
        List<String> events = new ArrayList<>();
        for (Act act : Act.values()) {
            FileId other = in(FileState.LOADED);
            FileId file = in(from);
            long before = stateEvents(file);
            try {
                perform(act, file, other);
                FileState after = state(file);
                found.add(after == from ? "." : letter(after));
                events.add(after == from ? "" : act + " " + (stateEvents(file) - before));
            } catch (IllegalStateException refused) {
                assertThat(refused).hasMessageContaining(file.value());
                assertThat(state(file)).isEqualTo(from);
                assertThat(stateEvents(file)).isEqualTo(before);
                found.add("-");
            }
        }
        assertThat(String.join(" ", found)).isEqualTo(TABLE.get(from));
        assertThat(events).allMatch(event -> event.isEmpty() || event.endsWith(" 1"));
    }

    /** The audit is full: nothing else may have happened either. */
    @Test
    void a_change_whose_event_cannot_be_written_did_not_happen() {
        List<String> tried = new ArrayList<>();
        for (FileState from : FileState.values()) {
            String[] results = String.valueOf(TABLE.get(from)).split(" ");
            for (Act act : Act.values()) {
                if (LETTERS.containsKey(results[act.ordinal()].charAt(0)) || act == Act.ACKNOWLEDGE) {
                    FileId other = in(FileState.LOADED);
                    FileId file = in(from);
                    String before = everything(file);
                    ledger.control
                            .sql("alter table audit_event add constraint audit_is_full check (id <= " + lastEvent()
                                    + ")")
                            .update();
                    assertThatThrownBy(() -> perform(act, file, other))
                            .as("%s in %s", act, from)
                            .isNotNull();
                    assertThat(everything(file)).as("%s in %s", act, from).isEqualTo(before);
                    ledger.control
                            .sql("alter table audit_event drop constraint audit_is_full")
                            .update();
                    tried.add(from + " " + act);
                }
            }
        }
        assertThat(tried).hasSizeGreaterThan(20);
    }

    @Test
    void an_acknowledgment_is_a_fact_beside_the_state() {
        FileId file = in(FileState.HELD);
        ledger.custody.acknowledged(file, "/acks/x_HELD.ack.csv", clock.instant());
        assertThat(state(file)).isEqualTo(FileState.HELD);
        assertThatIllegalStateException()
                .isThrownBy(() -> ledger.custody.acknowledged(new FileId("F-999999"), "/acks/x", clock.instant()));
    }

    private void perform(Act act, FileId file, FileId other) {
        switch (act) {
            case OPEN -> ledger.custody.open(file);
            case LOAD -> ledger.custody.settle(file, settlement(FileState.LOADED), "counterpart");
            case SET_ASIDE -> ledger.custody.settle(file, settlement(FileState.HELD), "counterpart");
            case REFUSE -> ledger.custody.settle(file, settlement(FileState.REFUSED), "counterpart");
            case HOLD -> decisions.hold(file, "anna", "why");
            case LET_READ -> decisions.letRead(file, "anna", "why");
            case REPLAY -> decisions.replay(file, "anna", "why");
            case SUPERSEDE -> ledger.custody.supersede(file, other);
            case BRING_BACK -> decisions.withdrawn(decision(other), Optional.of(file));
            case WITHDRAW -> decisions.withdrawn(decision(file), Optional.empty());
            case ACKNOWLEDGE -> ledger.custody.acknowledged(file, "/acks/" + file, clock.instant());
        }
    }

    private Decision decision(FileId file) {
        return new Decision(1, file, 1, Decision.Kind.WITHDRAW, "anna", null, "why", clock.instant(), false);
    }

    private FileId in(FileState state) {
        files++;
        Poll poll =
                new Poll(FeedId.of("lakeshore/eligibility"), LocalDate.parse("2026-10-05"), Integer.toString(files));
        Instant at = Instant.parse("2026-10-05T12:00:00Z").plusSeconds(files);
        ledger.sightings.see(poll, new RemoteFile("ELIG_" + files, 3, at), Fate.READY, at, null);
        Sha256 sha = new Sha256(String.format("%064x", files));
        ReceivedFile file = ledger.taking.take(
                poll,
                ledger.sightings.seenIn(poll).get(0),
                new Landing.Landed("x.part", sha, sha, 3),
                null,
                ledger.taking.nextId(),
                Landing.NO_KEY);
        ledger.control
                .sql("update received_file set state = :state where file_id = :id")
                .param("state", state.name())
                .param("id", file.id().value())
                .update();
        return file.id();
    }

    private FileState state(FileId file) {
        return ledger.custody.find(file).orElseThrow().state();
    }

    private static String letter(FileState state) {
        return LETTERS.entrySet().stream()
                .filter(entry -> entry.getValue() == state)
                .map(entry -> entry.getKey().toString())
                .findFirst()
                .orElseThrow();
    }

    private long stateEvents(FileId file) {
        return ledger.control
                .sql("select count(*) from audit_event where act like 'state %' and subject = :id")
                .param("id", file.value())
                .query(Long.class)
                .single();
    }

    private long lastEvent() {
        return ledger.control
                .sql("select max(id) from audit_event")
                .query(Long.class)
                .single();
    }

    /** All that the ledger says of a file. */
    private String everything(FileId file) {
        return ledger.control
                        .sql("select * from received_file where file_id = :id")
                        .param("id", file.value())
                        .query()
                        .listOfRows()
                + " "
                + ledger.control
                        .sql("select count(*) from file_settlement where file_id = :id")
                        .param("id", file.value())
                        .query(Long.class)
                        .single();
    }

    private static Settlement settlement(FileState state) {
        ControlTotals totals = new ControlTotals(null, 1L, null, null, null, null, null, null, null, null, null);
        String code = state == FileState.LOADED ? null : "F-009";
        return new Settlement(
                state,
                code,
                code,
                1,
                1,
                0,
                0,
                new FileHeader(null, null, null, null, null, null, null, null, null, null, null, null, null, null),
                null,
                totals,
                Map.of(),
                List.of());
    }
}

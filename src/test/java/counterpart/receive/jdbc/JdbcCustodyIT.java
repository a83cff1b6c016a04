package counterpart.receive.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import counterpart.model.ControlTotals;
import counterpart.model.FeedId;
import counterpart.model.FileHeader;
import counterpart.model.FileId;
import counterpart.model.Sha256;
import counterpart.partner.Partner;
import counterpart.partner.RemoteFile;
import counterpart.receive.ExchangeFacts.Fact;
import counterpart.receive.FileState;
import counterpart.receive.Landing;
import counterpart.receive.MovableClock;
import counterpart.receive.Partners;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Settlement;
import counterpart.receive.jdbc.Sighted.Fate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JdbcCustodyIT {
    private static final FeedId ELIGIBILITY = FeedId.of("lakeshore/eligibility");
    private static final Set<FileState> OF_FILES = Set.of(
            FileState.RECEIVED,
            FileState.OPENED,
            FileState.REFUSED,
            FileState.HELD,
            FileState.LOADED,
            FileState.SUPERSEDED,
            FileState.WITHDRAWN);

    private final MovableClock clock = new MovableClock("2026-10-05T15:00:00Z");
    private final Ledger ledger = new Ledger(clock);
    private final Partner partner =
            Partners.aPartner(Partners.aConnection(22, "SHA256:x"), Set.of(), Partners.aFeed("eligibility", "ELIG_.*"));
    private int files;

    private ReceivedFile taken(String arrivedAt) {
        files++;
        Poll poll = new Poll(ELIGIBILITY, LocalDate.parse("2026-10-05"), "1");
        RemoteFile remote = new RemoteFile("ELIG_" + files, 3, Instant.parse(arrivedAt));
        ledger.sightings.see(poll, remote, Fate.READY, remote.modifiedAt(), null);
        Sighted sighted = ledger.sightings.seenIn(poll).stream()
                .filter(s -> s.fate() == Fate.READY)
                .findFirst()
                .orElseThrow();
        Sha256 sha = new Sha256(String.format("%064x", files));
        return ledger.taking.take(
                poll, sighted, new Landing.Landed("x.part", sha, sha, 3), ledger.taking.nextId(), Landing.NO_KEY);
    }

    private static Settlement settlement(FileState state, String headerId, String mode, String asOf) {
        ControlTotals totals =
                new ControlTotals(headerId, 10L, null, 9L, 0L, 0L, 12_345L, null, 0L, -5L, 999_999_999_999L);
        return new Settlement(
                state,
                state == FileState.LOADED ? null : "F-009",
                state == FileState.LOADED ? null : "The amounts differ.",
                10,
                9,
                1,
                2,
                new FileHeader(
                        "ELG-1.0",
                        headerId,
                        "LAKESHORE",
                        "CASCADIA",
                        "ELIG",
                        mode,
                        "O",
                        null,
                        null,
                        LocalDate.parse(asOf),
                        "20261005050000",
                        7L,
                        "P",
                        null),
                totals,
                totals,
                Map.of("E-101", 1L, "E-104", 2L));
    }

    @Test
    void only_the_moves_of_the_machine_are_allowed_and_each_leaves_an_event() {
        ReceivedFile file = taken("2026-10-05T12:00:00Z");
        FileId by = taken("2026-10-05T13:00:00Z").id();
        for (FileState from : OF_FILES) {
            for (FileState to : List.of(
                    FileState.OPENED, FileState.LOADED, FileState.HELD, FileState.REFUSED, FileState.SUPERSEDED)) {
                ledger.control
                        .sql("update received_file set state = :s, superseded_by = null where file_id = :id")
                        .param("s", from.name())
                        .param("id", file.id().value())
                        .update();
                long events = ledger.audit.latest(10_000).size();
                Runnable act = () -> moveTo(file.id(), to, by);
                if (from.mayBecome(to)) {
                    act.run();
                    assertThat(state(file)).as("%s to %s", from, to).isEqualTo(to);
                    assertThat(ledger.audit.latest(10_000).size() - events).isEqualTo(from == to ? 0 : 1);
                } else {
                    assertThatIllegalStateException()
                            .as("%s to %s", from, to)
                            .isThrownBy(act::run)
                            .withMessageContaining(file.id().value());
                    assertThat(state(file)).isEqualTo(from);
                    assertThat(ledger.audit.latest(10_000)).hasSize((int) events);
                }
                ledger.control.sql("delete from file_finding_count").update();
                ledger.control.sql("delete from file_control_totals").update();
                ledger.control.sql("delete from file_settlement").update();
            }
        }
    }

    private void moveTo(FileId id, FileState to, FileId by) {
        switch (to) {
            case OPENED -> ledger.custody.open(id);
            case SUPERSEDED -> ledger.custody.supersede(id, by);
            default -> ledger.custody.settle(id, settlement(to, "LS1", "FULL", "2026-10-04"), "counterpart");
        }
    }

    private FileState state(ReceivedFile file) {
        return ledger.custody.find(file.id()).orElseThrow().state();
    }

    @Test
    void a_settlement_comes_back_as_it_was_given_and_may_be_said_twice() {
        ReceivedFile file = taken("2026-10-05T12:00:00Z");
        Settlement given = settlement(FileState.HELD, "LS1", "FULL", "2026-10-04");
        ledger.custody.open(file.id());
        ledger.custody.settle(file.id(), given, "counterpart");
        ledger.custody.settle(file.id(), given, "counterpart");
        assertThat(ledger.custody.settlement(file.id())).contains(given);
        Settlement released = settlement(FileState.LOADED, "LS1", "FULL", "2026-10-04");
        ledger.custody.settle(file.id(), released, "operator");
        assertThat(ledger.custody.settlement(file.id())).contains(released);
        assertThat(ledger.custody.lastLoaded(ELIGIBILITY, 6)).hasSize(1);
    }

    @Test
    void files_await_intake_in_order_of_arrival_and_are_found_by_their_headers_id() {
        ReceivedFile later = taken("2026-10-05T12:00:00Z");
        ReceivedFile earlier = taken("2026-10-05T11:00:00Z");
        assertThat(ledger.custody.awaitingIntake())
                .extracting(ReceivedFile::id)
                .containsExactly(earlier.id(), later.id());
        ledger.custody.open(later.id());
        ledger.custody.settle(later.id(), settlement(FileState.LOADED, "LS1", "FULL", "2026-10-04"), "counterpart");
        assertThat(ledger.custody.findByHeaderFileId(ELIGIBILITY, "LS1", earlier.id()))
                .contains(later.id());
        assertThat(ledger.custody.findByHeaderFileId(ELIGIBILITY, "LS1", later.id()))
                .isEmpty();
        ledger.custody.acknowledged(later.id(), "/acks/a", clock.instant());
        ledger.custody.acknowledged(later.id(), "/acks/a", clock.instant());
        assertThat(ledger.audit.latest(100))
                .filteredOn(e -> e.act().equals("acknowledged"))
                .hasSize(1);
    }

    @Test
    void facts_tell_what_was_due_what_came_and_what_was_history() {
        ledger.transaction.executeWithoutResult(s -> ledger.expectations.expect(
                partner, ELIGIBILITY, Partners.MONDAYS_AT_SIX, LocalDate.parse("2026-10-05")));
        ReceivedFile history = taken("2026-10-05T10:00:00Z");
        ledger.custody.open(history.id());
        ledger.custody.settle(history.id(), settlement(FileState.LOADED, "LS0", "HIST", "2026-09-27"), "counterpart");
        ReceivedFile week = taken("2026-10-05T14:30:00Z");
        ledger.custody.open(week.id());
        ledger.custody.settle(week.id(), settlement(FileState.REFUSED, "LS1", "FULL", "2026-10-04"), "counterpart");
        clock.set("2026-10-12T15:00:00Z");
        ledger.transaction.executeWithoutResult(s -> {
            ledger.expectations.expect(partner, ELIGIBILITY, Partners.MONDAYS_AT_SIX, LocalDate.parse("2026-10-12"));
            ledger.expectations.review(ELIGIBILITY, clock.instant());
        });

        List<Fact> facts = new JdbcExchangeFacts(ledger.control, ledger.expectations, Partners.aConfiguration(partner))
                .between(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-31"));

        assertThat(facts)
                .extracting(f -> f.businessDate() + " "
                        + Optional.ofNullable(f.file()).map(FileId::value).orElse("-")
                        + " " + f.outcome() + (f.late() ? " late" : "") + (f.history() ? " history" : "")
                        + (f.firstOriginal() ? " first" : ""))
                .containsExactlyInAnyOrder(
                        "2026-10-05 " + history.id() + " LOADED history",
                        "2026-10-05 " + week.id() + " REFUSED late first",
                        "2026-10-12 - LATE late");
    }
}

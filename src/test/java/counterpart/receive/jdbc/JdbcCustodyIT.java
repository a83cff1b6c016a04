package counterpart.receive.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcCustodyIT {
    private static final FeedId ELIGIBILITY = FeedId.of("lakeshore/eligibility");

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
                poll, sighted, new Landing.Landed("x.part", sha, sha, 3), null, ledger.taking.nextId(), Landing.NO_KEY);
    }

    private static Settlement settlement(FileState state, @Nullable String headerId, String mode, String asOf) {
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
                Map.of("E-101", 1L, "E-104", 2L),
                state == FileState.LOADED
                        ? List.of()
                        : List.of(
                                new Settlement.Reason("F-018", "The file has 10 rows."),
                                new Settlement.Reason("F-021", "The file would end the coverage of 9 of 10.")));
    }

    private FileState state(ReceivedFile file) {
        return ledger.custody.find(file.id()).orElseThrow().state();
    }

    @Test
    void an_attempt_that_fails_burns_no_id() {
        FileId first = ledger.taking.nextId();
        assertThat(ledger.taking.nextId()).isEqualTo(first);
        assertThat(taken("2026-10-05T12:00:00Z").id()).isEqualTo(first);
        FileId second = ledger.taking.nextId();

        Poll poll = new Poll(ELIGIBILITY, LocalDate.parse("2026-10-05"), "2");
        Instant at = Instant.parse("2026-10-05T13:00:00Z");
        ledger.sightings.see(poll, new RemoteFile("ELIG_9", 3, at), Fate.READY, at, null);
        Sighted sighted = ledger.sightings.seenIn(poll).get(0);
        Sha256 sha = new Sha256("9".repeat(64));
        assertThatThrownBy(() -> ledger.taking.take(
                        poll, sighted, new Landing.Landed("x.part", sha, sha, 3), null, first, Landing.NO_KEY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(second.toString());
        assertThat(ledger.taking.nextId()).isEqualTo(second);
        assertThat(ledger.taking.known()).containsExactly(first);
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
        ReceivedFile refused = taken("2026-10-05T13:00:00Z");
        ledger.custody.open(refused.id());
        ledger.custody.settle(refused.id(), settlement(FileState.REFUSED, "LS2", "FULL", "2026-10-04"), "counterpart");
        assertThat(ledger.custody.findByHeaderFileId(ELIGIBILITY, "LS2", earlier.id()))
                .as("a corrected file may bear the id of a refused one")
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

    @ParameterizedTest
    @CsvSource({
        ",    ELIG_NEW, 2026-10-12T12:00:00Z, LOADED 0 of 0 first",
        ",    ELIG_1,   2026-10-12T12:00:00Z, LATE",
        "LS1, ELIG_NEW, 2026-10-12T12:00:00Z, LATE",
        ",    ELIG_NEW, 2026-10-07T12:00:00Z, LATE",
    })
    void an_unchanged_file_under_a_new_name_answers_its_day_and_a_resent_one_none(
            @Nullable String headerId, String name, String arrivedAt, String second) {
        LocalDate monday = LocalDate.parse("2026-10-05");
        ledger.transaction.executeWithoutResult(
                s -> ledger.expectations.expect(partner, ELIGIBILITY, Partners.MONDAYS_AT_SIX, monday));
        ReceivedFile week = taken("2026-10-05T12:00:00Z");
        ledger.custody.open(week.id());
        ledger.custody.settle(week.id(), settlement(FileState.LOADED, headerId, "FULL", "2026-10-04"), "counterpart");
        clock.set("2026-10-12T15:00:00Z");
        ledger.transaction.executeWithoutResult(s -> {
            ledger.expectations.expect(partner, ELIGIBILITY, Partners.MONDAYS_AT_SIX, monday.plusDays(7));
            ledger.expectations.review(ELIGIBILITY, clock.instant());
        });
        Poll poll = new Poll(ELIGIBILITY, monday.plusDays(7), "2");
        Instant at = Instant.parse(arrivedAt);
        ledger.sightings.see(poll, new RemoteFile(name, 3, at), Fate.READY, at, null);
        ledger.taking.repeat(
                poll,
                ledger.sightings.seenIn(poll).stream()
                        .filter(s -> s.fate() == Fate.READY)
                        .findFirst()
                        .orElseThrow(),
                null,
                week);

        assertThat(new JdbcExchangeFacts(ledger.control, ledger.expectations, Partners.aConfiguration(partner))
                        .between(monday, monday.plusDays(7)))
                .extracting(f -> f.outcome()
                        + (f.file() == null ? "" : " " + f.rowsAccepted() + " of " + f.rowsRead())
                        + (f.firstOriginal() ? " first" : ""))
                .containsExactly("LOADED 9 of 10 first", second);
    }

    @Test
    void an_excused_delivery_stays_missing_and_counts_against_nobody() {
        JdbcDecisions decisions = new JdbcDecisions(ledger.control, ledger.transaction, ledger.audit, clock);
        LocalDate first = LocalDate.parse("2026-10-05");
        LocalDate second = LocalDate.parse("2026-10-12");
        clock.set("2026-10-12T15:00:00Z");
        ledger.transaction.executeWithoutResult(s -> {
            ledger.expectations.expect(partner, ELIGIBILITY, Partners.MONDAYS_AT_SIX, first);
            ledger.expectations.expect(partner, ELIGIBILITY, Partners.MONDAYS_AT_SIX, second);
            ledger.expectations.review(ELIGIBILITY, clock.instant());
        });

        decisions.excuse(ELIGIBILITY, first, "anna", "both agreed");

        List<Fact> facts = new JdbcExchangeFacts(ledger.control, ledger.expectations, Partners.aConfiguration(partner))
                .between(first, second);
        assertThat(facts)
                .extracting(f -> f.businessDate() + " " + f.outcome() + (f.late() ? " late" : "")
                        + (f.excused() ? " excused" : "") + (f.isOwed() ? " owed" : ""))
                .containsExactly("2026-10-05 MISSING excused", "2026-10-12 LATE late owed");
        assertThat(ledger.audit.find("lakeshore/eligibility 2026-10-05", null, 10))
                .extracting(event -> event.actor() + " " + event.act() + " " + event.reason())
                .contains("anna excused both agreed");
        clock.set("2026-10-13T15:00:00Z");
        ledger.transaction.executeWithoutResult(s -> ledger.expectations.review(ELIGIBILITY, clock.instant()));
        assertThat(ledger.expectations.excused(first, second)).containsExactly("lakeshore/eligibility 2026-10-05");
        assertThatIllegalStateException()
                .isThrownBy(() -> decisions.excuse(ELIGIBILITY, first.plusDays(1), "anna", "no such day"));
    }
}

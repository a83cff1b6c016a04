package counterpart.deliver.batch;

import static counterpart.deliver.batch.Issued.CASCADIA;
import static counterpart.deliver.batch.Issued.FACTS;
import static counterpart.deliver.batch.Issued.LAKESHORE;
import static counterpart.deliver.batch.Issued.MANAGER;
import static counterpart.deliver.batch.Issued.MONTH;
import static counterpart.deliver.batch.Issued.PARTNERSHIP;
import static counterpart.deliver.batch.Issued.PDF;
import static counterpart.deliver.batch.Issued.SECRETARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import counterpart.control.Audit;
import counterpart.deliver.Delivery;
import counterpart.deliver.Delivery.State;
import counterpart.deliver.DeliveryReceipt;
import counterpart.deliver.DeliveryReport;
import counterpart.deliver.DeliveryReport.Line;
import counterpart.deliver.DeliveryReport.Outcome;
import counterpart.deliver.EditionDelivery;
import counterpart.deliver.sftp.SftpChannel;
import counterpart.finding.Trouble;
import counterpart.model.PartnershipId;
import counterpart.partner.PartnerServerException;
import counterpart.partner.PartnerServerException.Kind;
import counterpart.partner.Partnership;
import counterpart.report.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.hsqldb.jdbc.JDBCDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deliveries with the ledger in HSQLDB and partners' servers as folders. */
class EditionDeliveryIT {
    private static final Instant NOW = Instant.parse("2026-11-10T15:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Partnership BOTH = Issued.aPartnershipFor(SECRETARY, MANAGER);

    @TempDir
    private Path temp;

    private JdbcClient control;
    private JdbcDeliveryLedger ledger;
    private FolderInbox inbox;
    private Edition edition;

    @BeforeEach
    void start() throws IOException {
        JDBCDataSource store = new JDBCDataSource();
        store.setURL("jdbc:hsqldb:mem:deliveries;hsqldb.tx=mvcc");
        Flyway.configure()
                .dataSource(store)
                .locations("classpath:db/control")
                .load()
                .migrate();
        control = JdbcClient.create(store);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(store));
        ledger = new JdbcDeliveryLedger(control, transaction, new Audit(control, CLOCK), CLOCK);
        inbox = new FolderInbox(temp.resolve("servers"));
        edition = Issued.anEdition(temp.resolve("edition"));
    }

    @AfterEach
    void stop() {
        control.sql("shutdown").update();
    }

    @Test
    void both_recipients_get_pages_and_facts_and_a_receipt_for_each() throws IOException {
        assertThat(deliver().lines())
                .containsExactly(Line.of(SECRETARY, Outcome.DELIVERED), Line.of(MANAGER, Outcome.DELIVERED));

        assertThat(inbox.file("cascadia", "/committee", PDF)).hasSameBinaryContentAs(edition.pdf());
        assertThat(inbox.file("lakeshore", "/committee", FACTS)).hasSameBinaryContentAs(edition.facts());
        assertThat(known()).hasSize(4).allMatch(Delivery::isSent);
        assertThat(known().get(1).receipt())
                .isEqualTo(new DeliveryReceipt(
                        PARTNERSHIP, MONTH, 1, "Cascadia secretary", "/committee/" + PDF, edition.sha(), 5, NOW));
        assertThat(ledger.unfinished()).isEmpty();
    }

    @Test
    void a_rerun_sends_nothing_twice() throws IOException {
        deliver();
        DeliveryReport again = deliver();
        assertThat(again.count(Outcome.DELIVERED_BEFORE)).isEqualTo(2);
        assertThat(inbox.uploads()).hasSize(4).doesNotHaveDuplicates();
        assertThat(acts("delivered")).isEqualTo(4);
    }

    @Test
    void a_recipient_who_fails_does_not_stop_the_other_and_a_rerun_sends_only_what_is_missing() throws IOException {
        inbox.failFor(CASCADIA, new PartnerServerException(Kind.TIMEOUT, "cascadia gave no answer", null));
        DeliveryReport first = deliver();
        assertThat(first.lines())
                .containsExactly(
                        new Line(SECRETARY, Outcome.FAILED, "cascadia gave no answer", Trouble.Kind.UNAVAILABLE),
                        Line.of(MANAGER, Outcome.DELIVERED));
        assertThat(first.failure())
                .hasValue(PDF + " did not reach 1 of 2 recipients. Cascadia secretary (cascadia, /committee):"
                        + " cascadia gave no answer. Then run './counterpart monthly --month 2026-10 --partnership"
                        + " cascadia-lakeshore' again; it sends only what was not delivered");
        assertThat(ledger.unfinished())
                .extracting(d -> d.order().fileName(), Delivery::state, Delivery::failure)
                .containsExactly(
                        tuple(FACTS, State.PENDING, null), tuple(PDF, State.FAILED, "cascadia gave no answer"));

        assertThat(ledger.receipts(PARTNERSHIP, MONTH, 1))
                .extracting(DeliveryReceipt::recipient, DeliveryReceipt::remotePath)
                .containsExactly(
                        tuple("Lakeshore account manager", "/committee/" + FACTS),
                        tuple("Lakeshore account manager", "/committee/" + PDF));

        inbox.heal();
        DeliveryReport second = deliver();
        assertThat(second.lines())
                .containsExactly(Line.of(SECRETARY, Outcome.DELIVERED), Line.of(MANAGER, Outcome.DELIVERED_BEFORE));
        assertThat(second.failure()).isEmpty();
        assertThat(inbox.uploads()).hasSize(4).doesNotHaveDuplicates();
        assertThat(acts("failed to deliver")).isEqualTo(1);
    }

    @Test
    void a_failure_that_nobody_foresaw_is_told_without_its_words_and_the_other_recipient_is_served()
            throws IOException {
        inbox.failFor(CASCADIA, new IllegalStateException("row of JANE DOE"));
        DeliveryReport report = deliver();
        assertThat(report.count(Outcome.DELIVERED)).isEqualTo(1);
        assertThat(report.failure().orElseThrow())
                .contains("java.lang.IllegalStateException")
                .doesNotContain("JANE");
    }

    @Test
    void after_a_death_between_the_rename_and_the_receipt_the_file_counts_and_is_not_sent_again() throws IOException {
        inbox.dieAfterRename();
        assertThatThrownBy(this::deliver).isInstanceOf(FolderInbox.Death.class);
        assertThat(known()).extracting(Delivery::state).containsExactly(State.PENDING, State.SENDING);

        inbox.heal();
        DeliveryReport report = deliver();
        assertThat(report.count(Outcome.DELIVERED)).isEqualTo(2);
        assertThat(inbox.uploads()).hasSize(4).doesNotHaveDuplicates();
        assertThat(known()).extracting(Delivery::state, Delivery::attempts).contains(tuple(State.SENT, 2));
    }

    @Test
    void another_file_under_the_name_is_a_conflict_and_stays() throws IOException {
        Path theirs = inbox.file("cascadia", "/committee", PDF);
        Files.createDirectories(theirs.resolveSibling(""));
        Files.writeString(theirs, "theirs");
        DeliveryReport report = deliver();
        assertThat(report.failure().orElseThrow()).contains("cascadia holds another file under /committee/" + PDF);
        assertThat(report.count(Outcome.FAILED)).isEqualTo(1);
        assertThat(theirs).hasContent("theirs");
        assertThat(inbox.file("cascadia", "/committee", FACTS))
                .as("facts without their pages")
                .doesNotExist();
    }

    @Test
    void pages_that_are_not_those_that_were_issued_are_never_sent() throws IOException {
        Files.writeString(edition.pdf(), "other");
        DeliveryReport report = deliver();
        assertThat(report.count(Outcome.FAILED)).isEqualTo(2);
        assertThat(report.failure().orElseThrow()).contains("does not hold the bytes that were issued");
        assertThat(inbox.uploads()).isEmpty();
    }

    @Test
    void an_edition_of_another_partnership_is_never_sent() throws IOException {
        edition = Issued.anEdition(temp.resolve("foreign"), new PartnershipId("cascadia-harbor"), "pages");
        assertThatThrownBy(this::deliver)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("belongs to cascadia-harbor and is not sent to the committee of");
        assertThat(inbox.uploads()).isEmpty();
        assertThat(known()).isEmpty();
    }

    /** As if rows of the ledger or folders of editions had been mixed up: whose the pages are, the facts beside them say. */
    @Test
    void of_all_ways_to_mix_up_committees_and_pages_only_the_right_one_is_sent() throws IOException {
        List<PartnershipId> committees =
                List.of(PARTNERSHIP, new PartnershipId("cascadia-harbor"), new PartnershipId("lakeshore-meridian"));
        for (PartnershipId written : committees) {
            for (PartnershipId claimed : committees) {
                Edition pages = Issued.anEdition(temp.resolve(written + "-as-" + claimed), written, "of " + written);
                edition = new Edition(claimed, MONTH, 1, pages.pdf(), pages.facts(), pages.sha(), 2);
                if (written.equals(PARTNERSHIP) && claimed.equals(PARTNERSHIP)) {
                    continue;
                }
                assertThatThrownBy(this::deliver)
                        .as("%s's pages as %s's", written, claimed)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("nothing was sent");
                assertThat(inbox.uploads()).isEmpty();
            }
        }
        edition = Issued.anEdition(temp.resolve("right"), PARTNERSHIP, "of " + PARTNERSHIP);
        assertThat(deliver().failure()).isEmpty();
        assertThat(inbox.uploads()).isNotEmpty();
    }

    @Test
    void facts_of_another_printing_are_never_sent() throws IOException {
        Edition other = Issued.anEdition(temp.resolve("other"), PARTNERSHIP, "other pages");
        edition = new Edition(PARTNERSHIP, MONTH, 1, edition.pdf(), other.facts(), edition.sha(), 2);
        assertThatThrownBy(this::deliver).hasMessageContaining("belongs to another printing");
        assertThat(inbox.uploads()).isEmpty();
    }

    @Test
    void missing_pages_fail_each_recipient_and_missing_facts_all_at_once() throws IOException {
        Files.delete(edition.pdf());
        assertThat(deliver().failure().orElseThrow()).contains("cannot be read and was not sent");
        Files.delete(edition.facts());
        assertThatThrownBy(this::deliver)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("facts.json cannot be read, so nothing was sent");
        assertThat(inbox.uploads()).isEmpty();
    }

    @Test
    void a_committee_without_recipients_is_no_success() {
        assertThatThrownBy(() -> delivery().deliver(edition, Issued.aPartnershipFor(), (done, total) -> {}))
                .hasMessageContaining("was sent to nobody");
    }

    @Test
    void two_who_change_one_delivery_cannot_both_succeed() throws IOException {
        inbox.failFor(CASCADIA, new PartnerServerException(Kind.TIMEOUT, "no answer", null));
        inbox.failFor(LAKESHORE, new PartnerServerException(Kind.TIMEOUT, "no answer", null));
        deliver();
        Delivery failed = known().get(1);
        Delivery begun = ledger.begin(failed);
        assertThatThrownBy(() -> ledger.begin(failed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is no longer FAILED");
        ledger.failed(begun, "x".repeat(3000));
        assertThat(known().get(1).failure()).hasSize(2000);
        assertThat(acts("began to deliver"))
                .as("the refused change left no event")
                .isEqualTo(3);
    }

    private DeliveryReport deliver() throws IOException {
        return delivery().deliver(edition, BOTH, (done, total) -> {});
    }

    private EditionDelivery delivery() {
        return new EditionDelivery(ledger, (partnership, way) -> new SftpChannel(inbox), CLOCK);
    }

    private List<Delivery> known() {
        return ledger.of(PARTNERSHIP, MONTH, 1);
    }

    private int acts(String act) {
        return control.sql("select count(*) from audit_event where act = :act")
                .param("act", act)
                .query(Integer.class)
                .single();
    }
}

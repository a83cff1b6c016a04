package counterpart.deliver.batch;

import static counterpart.receive.Partners.LAKESHORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.deliver.DeliveryReceipt;
import counterpart.deliver.sftp.SftpCourier;
import counterpart.model.FeedId;
import counterpart.model.Money;
import counterpart.model.PartnershipId;
import counterpart.model.Sha256;
import counterpart.partner.Configuration;
import counterpart.partner.PartnerServerException;
import counterpart.partner.Partnership;
import counterpart.partner.Secret;
import counterpart.partner.sftp.PartnerServers;
import counterpart.partner.sftp.SftpInbox;
import counterpart.receive.MovableClock;
import counterpart.receive.Partners;
import counterpart.receive.jdbc.Ledger;
import counterpart.report.Edition;
import counterpart.report.Editions;
import counterpart.sample.server.DemoSftpServer;
import counterpart.sample.server.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliverEditionIT {
    private static final PartnershipId PAIR = new PartnershipId("cascadia-lakeshore");
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @TempDir
    private Path temp;

    private final Faults faults = new Faults();
    private final Ledger ledger = new Ledger(new MovableClock("2026-11-10T12:00:00Z"));
    private DemoSftpServer server;
    private Path committee;
    private Path secretary;
    private Edition edition;
    private JdbcDeliveryLedger deliveries;

    @BeforeEach
    void start() throws Exception {
        server = new DemoSftpServer(
                temp.resolve("root"), temp.resolve("host.key"), "counterpart", "right", faults::applyTo);
        committee = Files.createDirectories(server.root().resolve("committee"));
        secretary = server.root().resolve("secretary");
        Path pdf = Files.write(temp.resolve("pages.pdf"), new byte[100_000]);
        Path facts = Files.writeString(temp.resolve("facts.json"), "{}");
        Sha256 sha = new Sha256(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(pdf))));
        edition = new Edition(PAIR, OCTOBER, 1, pdf, facts, sha, 2);
        deliveries = new JdbcDeliveryLedger(ledger.control, ledger.transaction, ledger.audit);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void each_recipient_gets_pages_and_facts_once() throws Exception {
        Files.createDirectories(secretary);
        assertThat(deliver().out()).containsEntry("delivered", 2L);
        assertThat(committee.resolve("cascadia-lakeshore-2026-10-r1.pdf")).hasSameBinaryContentAs(edition.pdf());
        assertThat(committee.resolve("cascadia-lakeshore-2026-10-r1.facts.json"))
                .hasContent("{}");
        assertThat(deliveries.of(PAIR, OCTOBER, 1))
                .extracting(DeliveryReceipt::remotePath, DeliveryReceipt::bytes)
                .contains(tuple("/committee/cascadia-lakeshore-2026-10-r1.pdf", 100_000L));
        assertThat(deliver().out()).containsEntry("alreadyDelivered", 2L).doesNotContainKey("delivered");
        assertThat(ledger.audit.latest(100))
                .filteredOn(e -> e.act().equals("delivered"))
                .hasSize(2);
    }

    @Test
    void one_recipients_failure_does_not_keep_the_other_from_it_and_the_rerun_sends_the_rest() throws Exception {
        assertThatThrownBy(this::deliver)
                .isInstanceOf(PartnerServerException.class)
                .hasMessageContaining("/secretary");
        assertThat(deliveries.of(PAIR, OCTOBER, 1)).hasSize(1);
        Files.createDirectories(secretary);
        assertThat(deliver().out()).containsEntry("delivered", 1L).containsEntry("alreadyDelivered", 1L);
    }

    @Test
    void an_upload_that_is_cut_leaves_no_final_name_and_no_receipt() throws Exception {
        Files.createDirectories(secretary);
        faults.cutAfter(50_000);
        assertThatThrownBy(this::deliver).isInstanceOf(PartnerServerException.class);
        assertThat(committee.resolve("cascadia-lakeshore-2026-10-r1.pdf")).doesNotExist();
        assertThat(deliveries.of(PAIR, OCTOBER, 1)).isEmpty();
        faults.cutNoMore();
        assertThat(deliver().out()).containsEntry("delivered", 2L);
        assertThat(committee.resolve("cascadia-lakeshore-2026-10-r1.pdf")).hasSameBinaryContentAs(edition.pdf());
    }

    @Test
    void pages_that_lie_there_since_a_crash_get_their_receipt_and_are_not_sent_again() throws Exception {
        Files.createDirectories(secretary);
        Path there = committee.resolve("cascadia-lakeshore-2026-10-r1.pdf");
        Files.copy(edition.pdf(), there);
        Object before = Files.readAttributes(there, "unix:ino").get("ino");
        deliver();
        assertThat(deliveries.of(PAIR, OCTOBER, 1)).hasSize(2);
        assertThat(Files.readAttributes(there, "unix:ino").get("ino")).isEqualTo(before);
    }

    @Test
    void pages_that_are_not_the_registered_ones_are_never_sent() throws Exception {
        Files.writeString(edition.pdf(), "other pages");
        assertThatThrownBy(this::deliver)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no longer the edition");
        assertThat(committee).isEmptyDirectory();
    }

    private Counts deliver() throws IOException {
        Configuration configuration = configuration();
        return new DeliverEdition(
                        configuration,
                        new OneEdition(edition),
                        deliveries,
                        new SftpCourier(new SftpInbox(configuration, new PartnerServers())),
                        ledger.clock)
                .run(
                        new JobKeys(Map.of("partnership", PAIR.value(), "month", "2026-10", "revision", "1")),
                        Progress.SILENT);
    }

    private Configuration configuration() {
        FeedId feed = FeedId.of("lakeshore/eligibility");
        Partnership partnership = new Partnership(
                PAIR,
                "Cascadia and Lakeshore",
                LAKESHORE,
                LAKESHORE,
                new Partnership.Books(feed, feed, feed),
                new Secret("key"),
                new Partnership.ClaimsLedger(feed, feed, new Money(1), 45),
                Partnership.MemberMonthRule.ANY_DAY,
                3,
                List.of(),
                new Partnership.Committee(
                        "Committee",
                        List.of(
                                new Partnership.Recipient("Secretary", LAKESHORE, "/secretary"),
                                new Partnership.Recipient("Chair", LAKESHORE, "/committee"))),
                new Partnership.BreakFile("/breaks", "/breaks"),
                temp);
        return new Configuration(
                Map.of(
                        LAKESHORE,
                        Partners.aPartner(
                                Partners.aConnection(server.port(), server.fingerprint()),
                                Set.of(),
                                Partners.aFeed("eligibility", "x"))),
                Map.of(PAIR, partnership));
    }

    private record OneEdition(Edition edition) implements Editions {
        @Override
        public void register(Edition other) {
            throw new UnsupportedOperationException("delivery registers nothing");
        }

        @Override
        public Optional<Edition> find(PartnershipId partnership, YearMonth month, int revision) {
            return Optional.of(edition);
        }

        @Override
        public Optional<Edition> latest(PartnershipId partnership, YearMonth month) {
            return Optional.of(edition);
        }
    }
}

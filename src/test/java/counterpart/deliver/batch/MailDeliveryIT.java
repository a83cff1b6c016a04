package counterpart.deliver.batch;

import static counterpart.deliver.batch.Issued.CASCADIA;
import static counterpart.deliver.batch.Issued.MONTH;
import static counterpart.deliver.batch.Issued.PARTNERSHIP;
import static counterpart.deliver.batch.Issued.PDF;
import static counterpart.deliver.batch.Issued.SECRETARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import counterpart.control.Audit;
import counterpart.deliver.Delivery;
import counterpart.deliver.Delivery.State;
import counterpart.deliver.DeliveryReport;
import counterpart.deliver.DeliveryReport.Line;
import counterpart.deliver.DeliveryReport.Outcome;
import counterpart.deliver.EditionDelivery;
import counterpart.deliver.mail.MailChannel;
import counterpart.deliver.mail.ScriptedSmtpServer;
import counterpart.deliver.mail.ScriptedSmtpServer.End;
import counterpart.deliver.mail.ServerCertificate;
import counterpart.deliver.sftp.SftpChannel;
import counterpart.finding.Trouble;
import counterpart.partner.MailRelay;
import counterpart.partner.MailRelay.Protection;
import counterpart.partner.PartnerServerException;
import counterpart.partner.Partnership;
import counterpart.partner.Partnership.Committee;
import counterpart.partner.Partnership.Recipient;
import counterpart.partner.Partnership.Way;
import counterpart.partner.Secret;
import counterpart.report.Edition;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.hsqldb.jdbc.JDBCDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deliveries by mail in real SMTP dialogues, with the ledger in HSQLDB. */
class MailDeliveryIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-10T15:00:00Z"), ZoneOffset.UTC);
    private static final ServerCertificate CERTIFICATE = ServerCertificate.of("localhost");
    private static final Recipient ANN = mailTo("Ann", "ann@cascadia.example");
    private static final Recipient BEN = mailTo("Ben", "ben@cascadia.example");
    private static final Recipient CARO = mailTo("Caro", "caro@cascadia.example");

    @TempDir
    private Path temp;

    private JdbcClient control;
    private JdbcDeliveryLedger ledger;
    private FolderInbox inbox;
    private Edition edition;
    private ScriptedSmtpServer server;

    @BeforeEach
    void start() throws IOException {
        JDBCDataSource store = new JDBCDataSource();
        store.setURL("jdbc:hsqldb:mem:mails;hsqldb.tx=mvcc");
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
        server = new ScriptedSmtpServer(CERTIFICATE.server());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        control.sql("shutdown").update();
    }

    @Test
    void of_three_recipients_one_is_refused_two_are_sent_and_a_rerun_sends_only_what_is_missing() throws IOException {
        server.refuse("ben@cascadia.example", "550 5.1.1 no such user");

        DeliveryReport first = deliver(ANN, BEN, CARO);

        assertThat(first.lines())
                .extracting(Line::outcome)
                .containsExactly(Outcome.DELIVERED, Outcome.FAILED, Outcome.DELIVERED);
        assertThat(first.failure().orElseThrow())
                .contains("did not reach 1 of 3 recipients", "Ben (cascadia, ben@cascadia.example)")
                .contains("550 5.1.1 no such user");
        assertThat(first.trouble()).contains(Trouble.Kind.UNDELIVERED);
        assertThat(recipients()).containsExactly("ann@cascadia.example", "caro@cascadia.example");

        server.heal();
        DeliveryReport second = deliver(ANN, BEN, CARO);

        assertThat(second.failure()).isEmpty();
        assertThat(recipients())
                .containsExactly("ann@cascadia.example", "caro@cascadia.example", "ben@cascadia.example");
        assertThat(known()).allMatch(Delivery::isSent);
        assertThat(deliver(ANN, BEN, CARO).count(Outcome.DELIVERED_BEFORE)).isEqualTo(3);
        assertThat(server.mails()).hasSize(3);
    }

    @Test
    void the_receipt_holds_the_id_of_the_mail_and_the_servers_answer() throws IOException {
        deliver(ANN);

        Delivery sent = known().get(0);
        String id = "<" + sent.order().key() + "@counterpart.example>";
        assertThat(server.mails().get(0).header("Message-ID")).isEqualTo(id);
        assertThat(proof(sent)).isEqualTo(id + " taken by localhost: 250 2.0.0 taken as A17");
        assertThat(server.mails().get(0).encrypted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"BREAK_OFF_AFTER_THE_LAST_DOT", "SAY_NOTHING"})
    void what_got_no_answer_after_the_last_dot_is_uncertain_and_is_not_sent_again_unasked(End end) throws IOException {
        server.endMails(end);

        DeliveryReport first = deliver(ANN);

        assertThat(first.lines()).extracting(Line::outcome).containsExactly(Outcome.UNCERTAIN);
        assertThat(first.failure().orElseThrow())
                .startsWith("Whether " + PDF + " reached 1 of 1 recipients is not known. Ann")
                .contains("--uncertain received --reason");
        assertThat(first.trouble()).contains(Trouble.Kind.UNDELIVERED);

        server.heal();
        assertThat(deliver(ANN).count(Outcome.UNCERTAIN)).isEqualTo(1);
        assertThat(server.mails()).hasSize(1);

        ledger.release(known().get(0), "operator", "she has nothing");
        assertThat(deliver(ANN).failure()).isEmpty();
        assertThat(server.mails()).hasSize(2);
        assertThat(server.mails().get(1).header("Message-ID"))
                .as("a second copy is recognised")
                .isEqualTo(server.mails().get(0).header("Message-ID"));
    }

    @Test
    void an_operators_word_ends_the_doubt_without_a_second_mail() throws IOException {
        server.endMails(End.BREAK_OFF_AFTER_THE_LAST_DOT);
        deliver(ANN);
        server.heal();

        ledger.confirm(known().get(0), "operator", "she has it");

        assertThat(deliver(ANN).count(Outcome.DELIVERED_BEFORE)).isEqualTo(1);
        assertThat(server.mails()).hasSize(1);
        assertThat(proof(known().get(0))).isEqualTo("confirmed by operator: she has it");
        assertThat(control.sql("select actor from audit_event where act = 'confirmed the delivery'")
                        .query(String.class)
                        .single())
                .isEqualTo("operator");
    }

    @Test
    void a_run_that_died_while_it_sent_leaves_doubt_and_no_second_mail() throws IOException {
        server.answerMails("451 4.3.0 later");
        deliver(ANN);
        ledger.begin(known().get(0)); // and then it died
        server.heal();

        assertThat(deliver(ANN).count(Outcome.UNCERTAIN)).isEqualTo(1);
        assertThat(server.mails()).isEmpty();
        assertThat(known().get(0).failure()).contains("an earlier run ended");
    }

    @Test
    void a_line_that_breaks_in_the_middle_is_a_failure_and_is_tried_again() throws IOException {
        Files.writeString(edition.pdf(), "%PDF " + "x".repeat(4_000_000));
        edition = Issued.anEdition(temp.resolve("large"), PARTNERSHIP, "%PDF " + "x".repeat(4_000_000));
        server.endMails(End.BREAK_OFF_IN_THE_MIDDLE);

        DeliveryReport first = deliver(ANN);

        assertThat(first.lines()).extracting(Line::outcome).containsExactly(Outcome.FAILED);
        assertThat(first.trouble()).contains(Trouble.Kind.UNAVAILABLE);
        server.heal();
        assertThat(deliver(ANN).failure()).isEmpty();
        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void a_line_that_breaks_after_the_answer_is_a_success() throws IOException {
        server.endMails(End.BREAK_OFF_AFTER_THE_ANSWER);
        assertThat(deliver(ANN).failure()).isEmpty();
        assertThat(known()).allMatch(Delivery::isSent);
    }

    @ParameterizedTest
    @CsvSource({
        "421 4.3.2 closing, UNAVAILABLE",
        "450 4.2.0 greylisted, UNAVAILABLE",
        "552 5.3.4 too large, UNDELIVERED",
        "554 5.7.1 no, UNDELIVERED"
    })
    void a_refused_mail_is_a_failure_with_the_servers_words(String answer, Trouble.Kind trouble) throws IOException {
        server.answerMails(answer);
        DeliveryReport report = deliver(ANN);
        assertThat(report.trouble()).contains(trouble);
        assertThat(report.failure().orElseThrow()).contains(answer);
        assertThat(known().get(0).state())
                .isEqualTo(trouble == Trouble.Kind.UNAVAILABLE ? State.DEFERRED : State.FAILED);
    }

    @Test
    void one_who_is_asked_to_come_later_is_served_by_the_next_run_and_the_others_at_once() throws IOException {
        server.refuse("ben@cascadia.example", "451 4.7.1 greylisted, come again");

        DeliveryReport first = deliver(ANN, BEN, CARO);

        assertThat(first.trouble()).contains(Trouble.Kind.UNAVAILABLE);
        assertThat(first.failure().orElseThrow()).contains("451 4.7.1 greylisted", "the next run asks again");
        assertThat(known())
                .extracting(delivery -> delivery.order().recipient().name() + " " + delivery.state())
                .containsExactly("Ann SENT", "Ben DEFERRED", "Caro SENT");
        assertThat(ledger.unfinished()).hasSize(1);

        server.heal();
        assertThat(deliver(ANN, BEN, CARO).failure()).isEmpty();
        assertThat(recipients())
                .containsExactly("ann@cascadia.example", "caro@cascadia.example", "ben@cascadia.example");
    }

    @Test
    void without_encryption_nothing_leaves() throws IOException {
        server.close();
        server = new ScriptedSmtpServer(null);
        refusedForSecurity(deliver(ANN));
    }

    @Test
    void a_certificate_of_another_host_or_of_an_unknown_authority_is_refused() throws IOException {
        ServerCertificate other = ServerCertificate.of("elsewhere.example");
        server.close();
        server = new ScriptedSmtpServer(other.server());
        refusedForSecurity(deliver(relay(other.writeTo(temp.resolve("other.pem")), null), ANN));
        refusedForSecurity(deliver(relay(null, null), ANN));
    }

    @Test
    void a_refused_login_is_told_without_the_password() throws IOException {
        server.wantLogin("535 5.7.8 no");
        DeliveryReport report = deliver(relay(authority(), "swordfish"), ANN);
        refusedForSecurity(report);
        assertThat(report.failure().orElseThrow()).contains("refuses our login").doesNotContain("swordfish");
    }

    @Test
    void a_server_that_is_not_there_is_unavailable() throws IOException {
        server.close();
        assertThat(deliver(ANN).trouble()).contains(Trouble.Kind.UNAVAILABLE);
    }

    @Test
    void a_notice_carries_no_pages_and_is_sent_after_the_files_lie_there() throws IOException {
        Recipient notified = new Recipient("Ann", CASCADIA, Way.NOTICE, "ann@cascadia.example");
        inbox.failFor(CASCADIA, new PartnerServerException(PartnerServerException.Kind.TIMEOUT, "no answer", null));
        DeliveryReport first = deliver(notified, SECRETARY);
        assertThat(first.count(Outcome.FAILED)).isEqualTo(2);
        assertThat(first.failure().orElseThrow()).contains("the notice of it was not sent");
        assertThat(server.mails()).isEmpty();

        inbox.heal();
        assertThat(deliver(notified, SECRETARY).failure()).isEmpty();
        assertThat(server.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("lies on your SFTP server: /committee/" + PDF)
                        .doesNotContain("application/pdf"));
    }

    @Test
    void a_name_with_a_line_break_makes_no_header() throws IOException {
        deliver(mailTo("Ann\r\nBcc: eve@evil.example", "ann@cascadia.example"));
        assertThat(server.mails().get(0).header("Bcc")).isEmpty();
        assertThat(recipients()).containsExactly("ann@cascadia.example");
    }

    @Test
    void an_address_outside_the_relays_domains_is_no_committees() {
        Recipient eve = mailTo("Eve", "eve@cascadia.example.evil");
        assertThatThrownBy(() -> deliver(eve)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_server_that_others_wrote_gets_a_mail_with_the_pages_after_a_login() throws Exception {
        GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.setUser("relay@counterpart.example", "relay", "swordfish");
        mails.start();
        try {
            MailRelay relay = new MailRelay(
                    "127.0.0.1",
                    mails.getSmtp().getPort(),
                    Protection.NONE,
                    "relay",
                    new Secret("swordfish"),
                    null,
                    "counterpart@counterpart.example",
                    Set.of("cascadia.example"),
                    Duration.ofSeconds(20));
            assertThat(deliver(relay, ANN).failure()).isEmpty();

            MimeMessage got = mails.getReceivedMessages()[0];
            assertThat(got.getSubject())
                    .isEqualTo("Edition of October 2026: Cascadia Health Plan and Lakeshore Administrators");
            Multipart parts = (Multipart) got.getContent();
            assertThat(parts.getBodyPart(1).getFileName()).isEqualTo(PDF);
            assertThat(parts.getBodyPart(1).getInputStream().readAllBytes())
                    .isEqualTo(Files.readAllBytes(edition.pdf()));
            assertThat(GreenMailUtil.getBody(parts.getBodyPart(0)))
                    .contains("Dear Ann", edition.sha().value());
        } finally {
            mails.stop();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UNCERTAIN", "FAILED"})
    void what_people_hand_over_is_delivered_whatever_became_of_the_mail(State state) throws IOException {
        if (state == State.UNCERTAIN) {
            server.endMails(End.BREAK_OFF_AFTER_THE_LAST_DOT);
        } else {
            server.refuse("ann@cascadia.example", "550 5.1.1 no such user");
        }
        deliver(ANN);
        Delivery open = known().get(0);
        assertThat(open.state()).isEqualTo(state);

        ledger.handedOver(open, "anna", "receipt 4711");

        Delivery known = known().get(0);
        assertThat(known.isSent()).isTrue();
        assertThat(known.attempts()).isOne();
        assertThat(proof(known)).isEqualTo("by hand, says anna: receipt 4711");
        assertThat(control.sql("select actor || ' ' || act || ' ' || reason from audit_event order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("anna marked delivered to cascadia ann@cascadia.example: it was "
                        + state.name().toLowerCase(Locale.ROOT) + " by mail; evidence: receipt 4711");
        server.heal();
        assertThat(deliver(ANN).count(Outcome.DELIVERED_BEFORE)).isOne();
        assertThatIllegalStateException().isThrownBy(() -> ledger.handedOver(known, "anna", "again"));
    }

    private void refusedForSecurity(DeliveryReport report) {
        assertThat(report.trouble()).contains(Trouble.Kind.SECURITY);
        assertThat(server.mails()).isEmpty();
        assertThat(known().get(0).state()).isEqualTo(State.FAILED);
    }

    private DeliveryReport deliver(Recipient... recipients) throws IOException {
        return deliver(relay(authority(), null), recipients);
    }

    private DeliveryReport deliver(MailRelay relay, Recipient... recipients) throws IOException {
        Partnership partnership =
                Issued.aPartnershipFor(new Committee("Joint steering committee", List.of(recipients), relay));
        SftpChannel sftp = new SftpChannel(inbox);
        return new EditionDelivery(
                        ledger, (served, way) -> way == Way.SFTP ? sftp : new MailChannel(served, way, CLOCK), CLOCK)
                .deliver(edition, partnership, (done, total) -> {});
    }

    private MailRelay relay(@Nullable Path authority, @Nullable String password) {
        return new MailRelay(
                "localhost",
                server.port(),
                Protection.STARTTLS,
                password == null ? null : "relay",
                password == null ? null : new Secret(password),
                authority,
                "counterpart@counterpart.example",
                Set.of("cascadia.example"),
                Duration.ofSeconds(2));
    }

    private Path authority() throws IOException {
        return CERTIFICATE.writeTo(temp.resolve("authority.pem"));
    }

    private static String proof(Delivery delivery) {
        return Objects.requireNonNull(delivery.receipt()).remotePath();
    }

    private List<String> recipients() {
        return server.mails().stream().map(ScriptedSmtpServer.Mail::to).toList();
    }

    private List<Delivery> known() {
        return ledger.of(PARTNERSHIP, MONTH, 1);
    }

    private static Recipient mailTo(String name, String address) {
        return new Recipient(name, CASCADIA, Way.MAIL, address);
    }
}

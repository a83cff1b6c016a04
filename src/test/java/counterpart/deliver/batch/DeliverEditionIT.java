package counterpart.deliver.batch;

import static counterpart.deliver.batch.Issued.FACTS;
import static counterpart.deliver.batch.Issued.MANAGER;
import static counterpart.deliver.batch.Issued.MONTH;
import static counterpart.deliver.batch.Issued.PARTNERSHIP;
import static counterpart.deliver.batch.Issued.PDF;
import static counterpart.deliver.batch.Issued.SECRETARY;
import static org.assertj.core.api.Assertions.assertThat;

import counterpart.control.HomeLock;
import counterpart.control.batch.ControlConfiguration;
import counterpart.control.batch.Counts;
import counterpart.control.batch.LaunchGate;
import counterpart.control.batch.LaunchResult;
import counterpart.deliver.Delivery;
import counterpart.deliver.Delivery.State;
import counterpart.deliver.DeliveryLedger;
import counterpart.model.Home;
import counterpart.model.PartnerId;
import counterpart.partner.Configuration;
import counterpart.partner.Connection;
import counterpart.partner.Partner;
import counterpart.partner.Secret;
import counterpart.partner.sftp.PartnerServerBeans;
import counterpart.report.Edition;
import counterpart.report.Editions;
import counterpart.sample.server.FaultySftpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The step as it runs in production: launched through the gate, over SFTP, with the control store in a file. */
class DeliverEditionIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-10T15:00:00Z"), ZoneOffset.UTC);
    private static final Map<String, String> KEYS = Map.of(
            "partnership",
            PARTNERSHIP.value(),
            "month",
            MONTH.toString(),
            "revision",
            "1",
            "booksHash",
            "b".repeat(64));

    @TempDir
    private Path temp;

    private FaultySftpServer cascadia;
    private FaultySftpServer lakeshore;
    private Edition edition;
    private HomeLock lock;
    private AnnotationConfigApplicationContext context;

    @BeforeEach
    void start() throws IOException {
        cascadia = server("cascadia");
        lakeshore = server("lakeshore");
        edition = Issued.anEdition(temp.resolve("edition"));
        Issued editions = new Issued();
        editions.register(edition);
        Configuration configuration = new Configuration(
                Map.of(
                        Issued.CASCADIA, partner(Issued.CASCADIA, Partner.Role.PAYER, cascadia),
                        Issued.LAKESHORE, partner(Issued.LAKESHORE, Partner.Role.TPA, lakeshore)),
                Map.of(PARTNERSHIP, Issued.aPartnershipFor(SECRETARY, MANAGER)));
        Home home = new Home(temp.resolve("home"));
        lock = HomeLock.take(home, "monthly", CLOCK);
        context = new AnnotationConfigApplicationContext();
        context.registerBean(Home.class, () -> home);
        context.registerBean(HomeLock.class, () -> lock, definition -> definition.setDestroyMethodName(""));
        context.registerBean(Clock.class, () -> CLOCK);
        context.registerBean(Configuration.class, () -> configuration);
        context.registerBean(Editions.class, () -> editions);
        context.register(ControlConfiguration.class, PartnerServerBeans.class, DeliverySteps.class);
        context.refresh();
    }

    @AfterEach
    void stop() {
        context.close();
        lock.close();
        cascadia.close();
        lakeshore.close();
    }

    @Test
    void the_edition_lies_on_both_servers_and_the_step_balances() {
        LaunchResult result = run();
        assertThat(result.outcome()).as(result.failure()).isEqualTo(LaunchResult.Outcome.DONE);
        assertThat(result.countsByStep())
                .containsEntry(
                        "deliverEdition", new Counts(2, Map.of("delivered", 2L, "deliveredBefore", 0L, "failed", 0L)));
        for (FaultySftpServer server : List.of(cascadia, lakeshore)) {
            assertThat(remote(server, PDF)).hasSameBinaryContentAs(edition.pdf());
            assertThat(remote(server, FACTS)).hasSameBinaryContentAs(edition.facts());
            assertThat(remote(server, ""))
                    .isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
        }
        assertThat(run().outcome()).isEqualTo(LaunchResult.Outcome.ALREADY_DONE);
    }

    @Test
    void a_server_that_refuses_fails_the_step_after_the_other_was_served_and_a_rerun_continues() {
        cascadia.refuseRename();
        LaunchResult failed = run();
        assertThat(failed.outcome()).isEqualTo(LaunchResult.Outcome.FAILED);
        assertThat(failed.failure())
                .contains("did not reach 1 of 2 recipients")
                .contains("Cascadia secretary (cascadia, /committee)")
                .doesNotContain("again.. ")
                .contains("./counterpart monthly --month 2026-10 --partnership cascadia-lakeshore");
        assertThat(remote(cascadia, PDF)).doesNotExist();
        assertThat(remote(lakeshore, PDF)).exists();

        cascadia.heal();
        LaunchResult second = run();
        assertThat(second.outcome()).as(second.failure()).isEqualTo(LaunchResult.Outcome.DONE);
        assertThat(second.countsByStep())
                .containsEntry(
                        "deliverEdition", new Counts(2, Map.of("delivered", 1L, "deliveredBefore", 1L, "failed", 0L)));
        assertThat(remote(cascadia, PDF)).hasSameBinaryContentAs(edition.pdf());
    }

    @Test
    void a_connection_that_breaks_after_the_rename_leaves_a_file_that_counts_later() throws IOException {
        cascadia.cutAfterRename();
        assertThat(run().outcome()).isEqualTo(LaunchResult.Outcome.FAILED);
        Object first = Files.getAttribute(remote(cascadia, PDF), "unix:ino");

        cascadia.heal();
        assertThat(run().outcome()).isEqualTo(LaunchResult.Outcome.DONE);
        assertThat(Files.getAttribute(remote(cascadia, PDF), "unix:ino"))
                .as("the file was not sent a second time")
                .isEqualTo(first);
        assertThat(context.getBean(DeliveryLedger.class).of(PARTNERSHIP, MONTH, 1))
                .filteredOn(d -> d.order().recipient().equals(SECRETARY))
                .extracting(Delivery::state)
                .containsOnly(State.SENT);
    }

    private LaunchResult run() {
        Job review = new JobBuilder("review", context.getBean(JobRepository.class))
                .start(context.getBean("deliverEdition", Step.class))
                .build();
        return context.getBean(LaunchGate.class).run(review, KEYS);
    }

    private FaultySftpServer server(String partner) throws IOException {
        Path folder = temp.resolve(partner);
        FaultySftpServer server =
                new FaultySftpServer(folder.resolve("root"), folder.resolve("host.key"), "counterpart", "right");
        Files.createDirectories(server.server().root().resolve("committee"));
        return server;
    }

    private static Path remote(FaultySftpServer server, String name) {
        return server.server().root().resolve("committee").resolve(name);
    }

    private static Partner partner(PartnerId id, Partner.Role role, FaultySftpServer server) {
        Connection connection = new Connection(
                server.server().host(),
                server.server().port(),
                "counterpart",
                new Secret("right"),
                null,
                null,
                List.of(server.server().fingerprint()),
                Duration.ofSeconds(10));
        return new Partner(id, id.value(), role, ZoneOffset.UTC, Set.of(), connection, "/acks", Map.of(), Map.of());
    }
}

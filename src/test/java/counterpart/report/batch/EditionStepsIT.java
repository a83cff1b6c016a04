package counterpart.report.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterpart.control.Audit;
import counterpart.control.batch.Counts;
import counterpart.control.batch.JobKeys;
import counterpart.control.batch.Progress;
import counterpart.control.batch.StepFailure;
import counterpart.measure.Scorecard;
import counterpart.measure.Scorecards;
import counterpart.model.Home;
import counterpart.model.Sha256;
import counterpart.partner.Configuration;
import counterpart.report.Briefing;
import counterpart.report.Edition;
import counterpart.report.Samples;
import counterpart.report.json.FactsFile;
import counterpart.report.pdf.PageFonts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.hsqldb.jdbc.JDBCDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class EditionStepsIT {
    private static final JobKeys KEYS = new JobKeys(Map.of(
            "partnership", "cascadia-lakeshore", "month", "2026-10", "revision", "0", "booksHash", "3f2a91bc77de00aa"));

    @TempDir
    Path folder;

    private final Briefing sample = Samples.ordinary();
    private Home home;
    private Audit audit;
    private JdbcEditions editions;

    @BeforeEach
    void openAnEmptyStore() {
        home = new Home(folder);
        JDBCDataSource control = new JDBCDataSource();
        control.setUrl("jdbc:hsqldb:mem:" + folder.getFileName());
        Flyway.configure()
                .dataSource(control)
                .locations("classpath:db/control")
                .load()
                .migrate();
        Clock clock = Clock.fixed(Instant.parse("2026-11-10T12:00:00Z"), ZoneOffset.UTC);
        JdbcClient client = JdbcClient.create(control);
        audit = new Audit(client, clock);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(control));
        editions = new JdbcEditions(client, transaction, audit, home, clock);
    }

    @Test
    void an_edition_is_printed_inspected_and_registered_with_its_facts_beside_it() throws Exception {
        assertThat(render(sample.scorecard()).run(KEYS, Progress.SILENT))
                .isEqualTo(
                        new Counts(9, Map.of("ON_TARGET", 4L, "NEAR_TARGET", 3L, "OFF_TARGET", 2L, "NOT_SCORED", 0L)));
        assertThat(editions.latest(sample.partnership().id(), Samples.OCTOBER)).isEmpty();

        assertThat(inspect().run(KEYS, Progress.SILENT)).isEqualTo(new Counts(6, Map.of("inspected", 6L)));

        Edition edition =
                editions.latest(sample.partnership().id(), Samples.OCTOBER).orElseThrow();
        assertThat(edition.pdf())
                .isEqualTo(home.editions().resolve("cascadia-lakeshore/2026-10/r0/cascadia-lakeshore-2026-10-r0.pdf"));
        assertThat(Sha256.of(Files.readAllBytes(edition.pdf()))).isEqualTo(edition.sha());
        assertThat(FactsFile.read(edition.facts()).pdf()).isEqualTo(edition.sha());
        assertThat(edition.pages()).isEqualTo(6);
        assertThat(audit.latest(5))
                .singleElement()
                .satisfies(event -> assertThat(event.act()).isEqualTo("issued"));
        try (var files = Files.list(edition.pdf().resolveSibling(""))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("cascadia-lakeshore-2026-10-r0.pdf", "facts.json");
        }
    }

    @Test
    void an_issued_edition_is_not_printed_again_and_a_damaged_one_is_told() throws Exception {
        Counts first = render(sample.scorecard()).run(KEYS, Progress.SILENT);
        inspect().run(KEYS, Progress.SILENT);
        Path pdf = editions.latest(sample.partnership().id(), Samples.OCTOBER)
                .orElseThrow()
                .pdf();
        FileTime issued = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(pdf, issued);

        assertThat(render(sample.scorecard()).run(KEYS, Progress.SILENT)).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(pdf)).isEqualTo(issued);

        Files.write(pdf, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> render(sample.scorecard()).run(KEYS, Progress.SILENT))
                .hasMessageContaining("is not in its folder as it was issued")
                .hasMessageContaining("or issue revision 1");
    }

    @Test
    void pages_that_failed_their_inspection_are_printed_anew() throws Exception {
        render(sample.scorecard()).run(KEYS, Progress.SILENT);
        EditionFolder place = EditionFolder.of(home, sample.partnership().id(), Samples.OCTOBER, 0);
        String facts = Files.readString(place.facts());
        Files.writeString(place.facts(), facts.replace("8.9%", "8.8%"));
        assertThatThrownBy(() -> inspect().run(KEYS, Progress.SILENT)).hasMessageContaining("failed its inspection");

        render(sample.scorecard()).run(KEYS, Progress.SILENT);

        assertThat(place.facts()).hasContent(facts);
        inspect().run(KEYS, Progress.SILENT);
        assertThat(editions.find(sample.partnership().id(), Samples.OCTOBER, 0)).isPresent();
    }

    @Test
    void both_steps_may_run_twice() throws Exception {
        for (int i = 0; i < 2; i++) {
            render(sample.scorecard()).run(KEYS, Progress.SILENT);
            inspect().run(KEYS, Progress.SILENT);
        }
        assertThat(audit.latest(5)).hasSize(1);
    }

    @Test
    void other_pages_under_an_issued_key_are_refused_and_the_issued_file_stays() throws Exception {
        render(sample.scorecard()).run(KEYS, Progress.SILENT);
        inspect().run(KEYS, Progress.SILENT);
        Scorecard old = sample.scorecard();
        Scorecard changed = new Scorecard(
                old.partnership(),
                old.month(),
                old.revision(),
                old.asOf().plusDays(1),
                old.booksHash(),
                old.scores(),
                old.exchange(),
                old.reconciliation(),
                old.denials(),
                old.service());
        assertThatThrownBy(() -> render(changed).run(KEYS, Progress.SILENT))
                .isInstanceOf(StepFailure.class)
                .hasMessageContaining("issue the correction as revision 1");
        Edition edition =
                editions.find(sample.partnership().id(), Samples.OCTOBER, 0).orElseThrow();
        assertThat(Sha256.of(Files.readAllBytes(edition.pdf()))).isEqualTo(edition.sha());
        Edition other = new Edition(
                edition.partnership(),
                edition.month(),
                0,
                edition.pdf(),
                edition.facts(),
                new Sha256("0".repeat(64)),
                2);
        assertThatThrownBy(() -> editions.register(other)).isInstanceOf(StepFailure.class);
    }

    @Test
    void a_scorecard_of_other_loads_and_a_missing_one_are_told() {
        JobKeys other = new JobKeys(
                Map.of("partnership", "cascadia-lakeshore", "month", "2026-10", "revision", "0", "booksHash", "other"));
        assertThatThrownBy(() -> render(sample.scorecard()).run(other, Progress.SILENT))
                .hasMessageContaining("computed from other loads");
        JobKeys later = new JobKeys(
                Map.of("partnership", "cascadia-lakeshore", "month", "2026-11", "revision", "0", "booksHash", "other"));
        assertThatThrownBy(() -> render(sample.scorecard()).run(later, Progress.SILENT))
                .hasMessageContaining("there is no scorecard");
        assertThatThrownBy(() -> inspect().run(later, Progress.SILENT)).hasMessageContaining("no printed edition");
    }

    @Test
    void facts_that_do_not_fit_the_pages_block_the_edition() throws Exception {
        render(sample.scorecard()).run(KEYS, Progress.SILENT);
        EditionFolder place = EditionFolder.of(home, sample.partnership().id(), Samples.OCTOBER, 0);
        String facts = Files.readString(place.facts());
        Files.writeString(place.facts(), facts.replace("8.9%", "8.8%"));
        assertThatThrownBy(() -> inspect().run(KEYS, Progress.SILENT))
                .isInstanceOf(StepFailure.class)
                .hasMessageContaining("failed its inspection and was not issued");
        assertThat(editions.find(sample.partnership().id(), Samples.OCTOBER, 0)).isEmpty();
        Files.writeString(place.facts(), facts.replaceAll("\"pdfSha256\" : \"..", "\"pdfSha256\" : \"00"));
        assertThatThrownBy(() -> inspect().run(KEYS, Progress.SILENT)).hasMessageContaining("another printing");
    }

    private RenderEdition render(Scorecard scorecard) throws Exception {
        Scorecards scorecards = (partnership, month, revision) ->
                month.equals(scorecard.month()) ? Optional.of(scorecard) : Optional.empty();
        Configuration configuration = new Configuration(
                Map.of(sample.left().id(), sample.left(), sample.right().id(), sample.right()),
                Map.of(sample.partnership().id(), sample.partnership()));
        return new RenderEdition(scorecards, configuration, home, editions, new PageFonts());
    }

    private InspectEdition inspect() {
        return new InspectEdition(home, editions);
    }
}

package counterpart.partner.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.model.FeedId;
import counterpart.model.FeedName;
import counterpart.model.PartnerId;
import counterpart.model.PartnershipId;
import counterpart.partner.Completeness;
import counterpart.partner.Configuration;
import counterpart.partner.Feed;
import counterpart.partner.FieldMapping;
import counterpart.partner.FileLayout;
import counterpart.partner.Guards;
import counterpart.partner.Partner;
import counterpart.partner.Partnership;
import counterpart.partner.Target;
import counterpart.validate.Rulebook;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleConfigurationTest {
    @TempDir
    Path temp;

    @Test
    void the_example_is_complete_once_its_secret_files_are_there() {
        ConfigFolder folder = ConfigFolder.copyOfExample(temp);

        assertThat(folder.faults()).isEmpty();
        Configuration configuration = configuration(folder);
        assertThat(configuration.partnersInOrder())
                .extracting(Partner::id)
                .containsExactly(new PartnerId("cascadia"), new PartnerId("lakeshore"), new PartnerId("meridian"));
        assertThat(configuration.partnershipsInOrder())
                .extracting(partnership -> partnership.id().value())
                .containsExactly("cascadia-lakeshore", "cascadia-meridian");
    }

    @Test
    void the_repository_itself_lacks_nothing_but_its_secret_files_and_says_so_once() {
        ConfigurationReading reading = new ConfigurationReader(
                        ConfigFolder.KNOWN, Rulebook.catalogue(), Optional.empty())
                .read(ConfigFolder.EXAMPLE);

        assertThat(reading.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.sentence())
                    .contains("lacks 3 secret files", "keys/counterpart_ed25519", "keys/cascadia-lakeshore.key")
                    .contains(
                            "partners/cascadia.yaml",
                            "partners/lakeshore.yaml",
                            "partnerships/cascadia-lakeshore.yaml");
            assertThat(fault.remedy())
                    .contains("mkdir -p -m 700", "ssh-keygen -q -t ed25519", "openssl rand -base64 32");
        });
    }

    @Test
    void a_feed_is_bound_with_all_that_it_says_and_defaults_for_the_rest() {
        Partner lakeshore = configuration(ConfigFolder.copyOfExample(temp)).partner(new PartnerId("lakeshore"));
        Feed feed = lakeshore.feed(new FeedName("medical")).orElseThrow();

        assertThat(feed.content()).isEqualTo(Feed.Content.MCLM);
        assertThat(feed.slot()).isEqualTo(Feed.Slot.PERIOD);
        assertThat(feed.completeness()).isEqualTo(new Completeness.Marker(".done"));
        assertThat(feed.guards()).isEqualTo(Guards.DEFAULT);
        assertThat(feed.processedDirectory()).isNull();
        assertThat(feed.namePattern()
                        .matcher("LAKESHORE_COM_MCLM_FULL_20260928-20261004_20261005050000_00042.txt.gz")
                        .matches())
                .isTrue();
        assertThat(lakeshore.connection().port()).isEqualTo(22);
        assertThat(lakeshore.connection().keyFile()).isEqualTo(temp.resolve("keys/counterpart_ed25519"));
    }

    @Test
    void the_medical_layout_keeps_records_columns_and_mappings() {
        Partner lakeshore = configuration(ConfigFolder.copyOfExample(temp)).partner(new PartnerId("lakeshore"));
        FileLayout layout =
                lakeshore.layoutOf(lakeshore.feed(new FeedName("medical")).orElseThrow());

        assertThat(layout.header().orElseThrow().type()).isEqualTo("HD");
        assertThat(layout.trailer().orElseThrow().columns()).hasSize(15);
        assertThat(layout.details()).extracting(FileLayout.RecordLayout::type).containsExactly("CH", "CL");
        assertThat(layout.details().get(0).columns())
                .hasSize(45)
                .startsWith("record_type", "claim_id", "claim_version");
        assertThat(layout.details().get(1).columns()).hasSize(21);
        assertThat(layout.dialect().openDates()).containsExactlyInAnyOrder("99991231", "00000000");
    }

    @Test
    void a_headed_file_that_lists_no_columns_needs_those_that_are_mapped() {
        Partner cascadia = configuration(ConfigFolder.copyOfExample(temp)).partner(new PartnerId("cascadia"));
        FileLayout layout =
                cascadia.layoutOf(cascadia.feed(new FeedName("ledger")).orElseThrow());
        FileLayout.RecordLayout record = layout.details().get(0);

        assertThat(layout.dialect().headed()).isTrue();
        assertThat(record.type()).isNull();
        assertThat(record.columns())
                .containsExactlyInAnyOrder(
                        ("ClaimNumber,Version,Action,Type,Member,Group,Plan,ServiceFrom,ServiceTo,Received,Adjudicated,"
                                        + "PaidOn,Status,Billed,Allowed,PlanPaid")
                                .split(",", -1));
        FieldMapping paid = Objects.requireNonNull(record.mappings().get("paid"));
        assertThat(paid.impliedDecimals()).isEqualTo(2);
        assertThat(Objects.requireNonNull(record.mappings().get("claim_status")).codes())
                .isEqualTo(Map.of("01", "PAID", "02", "DENIED", "03", "REVERSED"));
    }

    @Test
    void a_partnership_about_prescriptions_has_no_medical_books_and_a_pharmacy_ledger() {
        Configuration configuration = configuration(ConfigFolder.copyOfExample(temp));
        Partnership partnership =
                Objects.requireNonNull(configuration.partnerships().get(new PartnershipId("cascadia-meridian")));

        assertThat(partnership.books().medical()).isNull();
        assertThat(partnership.claimsLedger()).isNull();
        assertThat(Objects.requireNonNull(partnership.pharmacyLedger()).carryDays())
                .isEqualTo(90);
        assertThat(partnership.feeds())
                .extracting(FeedId::toString)
                .containsExactly("cascadia/rx-eligibility", "meridian/claims", "cascadia/rx-ledger");
        assertThat(Objects.requireNonNull(
                                configuration.feed(FeedId.of("meridian/claims")).due())
                        .monthDays())
                .containsExactlyInAnyOrder(5, 19);
    }

    @Test
    void a_chart_is_rebased_by_a_decision() {
        ConfigFolder folder = ConfigFolder.copyOfExample(temp);
        String file = "partnerships/cascadia-lakeshore.yaml";
        folder.write(
                file,
                folder.text(file)
                        .replace(
                                "{measure: turnaround,",
                                "{measure: turnaround, rebase: {from: 2026-03, decision: \"7\", reason: a new system},"));
        Partnership partnership = Objects.requireNonNull(
                configuration(folder).partnerships().get(new PartnershipId("cascadia-lakeshore")));

        assertThat(Objects.requireNonNull(partnership.target("turnaround")).rebase())
                .isEqualTo(new Target.Rebase(YearMonth.of(2026, 3), "7", "a new system"));
        assertThat(Objects.requireNonNull(partnership.target("denial-rate")).rebase())
                .isNull();
    }

    @Test
    void the_partnership_is_bound_with_its_measures() {
        Configuration configuration = configuration(ConfigFolder.copyOfExample(temp));
        Partnership partnership =
                Objects.requireNonNull(configuration.partnerships().get(new PartnershipId("cascadia-lakeshore")));

        assertThat(partnership.targets())
                .extracting(Target::measure)
                .containsExactlyInAnyOrderElementsOf(ConfigFolder.MEASURES);
        assertThat(partnership.targets()).filteredOn(Target::headline).hasSize(5);
        assertThat(partnership.breakKey().reveal()).isEqualTo("the break key of the test");
        assertThat(partnership.books().coverage()).isEqualTo(FeedId.of("lakeshore/eligibility"));
        assertThat(Objects.requireNonNull(partnership.claimsLedger())
                        .tolerance()
                        .cents())
                .isEqualTo(1);
        assertThat(partnership.registers()).isDirectory();
        Target match = Objects.requireNonNull(partnership.target("claims-match-rate"));
        assertThat(match.priorityFor()).isEqualTo(Target.Priority.LEFT);
    }

    private static Configuration configuration(ConfigFolder folder) {
        return folder.read().fold(ConfigurationReading.Complete::configuration, faulty -> {
            throw new AssertionError(List.copyOf(faulty.faults()));
        });
    }
}

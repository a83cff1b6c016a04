package counterpart.partner.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.model.FeedName;
import counterpart.model.PartnerId;
import counterpart.partner.FileLayout;
import counterpart.partner.MailRelay;
import counterpart.partner.Partner;
import counterpart.partner.Partnership;
import counterpart.partner.Partnership.Committee;
import counterpart.partner.Partnership.Recipient;
import counterpart.partner.Partnership.Way;
import counterpart.partner.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What docs/configuration.md shows works, and its tables say what the program does. After a change on purpose run it with
 * {@code -Dtest.jvm.args=-Dgolden.update=true} and read the difference.
 */
class ConfigurationDocTest {
    private static final Path DOC = Path.of("docs/configuration.md");

    @TempDir
    Path temp;

    @Test
    void the_partner_of_the_example_is_read_at_the_first_try() throws IOException {
        ConfigFolder folder = ConfigFolder.empty(temp);
        folder.write("partners/northwind.yaml", example("partner"));

        Partner partner = partner(folder);

        FileLayout layout =
                partner.layoutOf(partner.feed(new FeedName("eligibility")).orElseThrow());
        String heading = example("heading").lines().findFirst().orElseThrow();
        assertThat(List.of(heading.split(",")))
                .containsAll(layout.details().get(0).columns());
        assertThat(partner.feeds().get(new FeedName("eligibility")))
                .satisfies(feed -> assertThat(feed.namePattern()
                                .matcher("northwind_elig_20261004.csv")
                                .matches())
                        .isTrue());
    }

    @Test
    void the_connection_file_of_the_example_replaces_the_connection() throws IOException {
        ConfigFolder folder = ConfigFolder.empty(temp);
        folder.write("partners/northwind.yaml", example("partner"));
        folder.write("partners/northwind.connection.yaml", example("connection"));
        folder.secret("keys/northwind-test.password", "a test");

        Partner partner = partner(folder);

        assertThat(partner.connection().host()).isEqualTo("test.northwind.example");
        assertThat(partner.connection().password()).isEqualTo(new Secret("a test"));
    }

    @Test
    void the_mail_server_of_the_example_carries_to_an_address_of_the_committee() throws IOException {
        ConfigFolder folder = ConfigFolder.copyOfExample(temp);
        folder.write("mail.yaml", example("mail"));
        folder.secret("keys/mail.password", "a test");
        folder.change(
                "partnerships/cascadia-lakeshore.yaml",
                "  recipients:\n",
                "  recipients:\n    - {name: Anna Berg, partner: cascadia, email: anna.berg@cascadia.example}\n"
                        + "    - {name: List, partner: cascadia, email: list@cascadia.example, attach: false}\n");

        assertThat(folder.faults()).isEmpty();
        Committee committee = folder.read()
                .fold(
                        complete -> complete.configuration().partnershipsInOrder().stream(),
                        faulty -> Stream.<Partnership>empty())
                .filter(partnership -> partnership.id().value().equals("cascadia-lakeshore"))
                .map(Partnership::committee)
                .findFirst()
                .orElseThrow();
        assertThat(committee.recipients())
                .contains(
                        new Recipient("Anna Berg", new PartnerId("cascadia"), Way.MAIL, "anna.berg@cascadia.example"),
                        new Recipient("List", new PartnerId("cascadia"), Way.NOTICE, "list@cascadia.example"));
        assertThat(committee.relay()).isNotNull().satisfies(relay -> {
            assertThat(relay.port()).isEqualTo(587);
            assertThat(relay.protection()).isEqualTo(MailRelay.Protection.STARTTLS);
            assertThat(relay.password()).isEqualTo(new Secret("a test"));
            assertThat(relay.domains()).containsExactlyInAnyOrder("cascadia.example", "lakeshore.example");
        });
    }

    @Test
    void the_fault_that_the_page_shows_is_told_like_that() throws IOException {
        ConfigFolder folder = ConfigFolder.copyOfExample(temp);
        folder.change("partners/lakeshore.yaml", "layout: medical", "layout: medicl");

        assertThat(folder.faults())
                .singleElement()
                .satisfies(fault -> assertThat(doc()).contains("    " + fault + "\n"));
    }

    @Test
    void the_tables_are_those_of_the_schemas_and_of_the_books() throws IOException {
        String expected = doc();
        for (Map.Entry<String, String> table : DocTables.all().entrySet()) {
            Pattern section =
                    Pattern.compile("(<!-- generated: " + table.getKey() + " -->\n).*?(<!-- end -->)", Pattern.DOTALL);
            assertThat(section.matcher(expected).find()).as(table.getKey()).isTrue();
            expected = section.matcher(expected)
                    .replaceFirst("$1"
                            + Matcher.quoteReplacement("\n" + table.getValue().strip() + "\n\n") + "$2");
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(DOC, expected);
        }
        assertThat(doc()).isEqualTo(expected);
    }

    private static Partner partner(ConfigFolder folder) {
        assertThat(folder.faults()).isEmpty();
        return folder.read().fold(complete -> complete.configuration().partner(new PartnerId("northwind")), faulty -> {
            throw new AssertionError(faulty.faults().toString());
        });
    }

    private static String example(String name) throws IOException {
        Matcher block = Pattern.compile("<!-- example: " + name + " -->\n```[a-z]+\n(.*?)```", Pattern.DOTALL)
                .matcher(doc());
        assertThat(block.find()).as(name).isTrue();
        return block.group(1);
    }

    private static String doc() throws IOException {
        return Files.readString(DOC);
    }
}

package counterpart.watch.html;

import static org.assertj.core.api.Assertions.assertThat;

import counterpart.model.Home;
import counterpart.watch.StandingExample;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The page is one well-formed file that any reader, screen reader or printer can use. */
class StatusPageTest {
    private static final Clock CLOCK = Clock.fixed(StandingExample.ENDED, ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void what_needs_a_person_comes_first_each_with_its_command() throws Exception {
        Home home = new Home(folder);
        new StatusPage(CLOCK).write(home, StandingExample.aNight());
        String page = Files.readString(home.statusPage());

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .containsSubsequence(
                        "What needs a person (2)",
                        "CP-A01",
                        "is held: F-012",
                        "./counterpart explain F-000047",
                        "CP-A10",
                        "Last runs",
                        "needs a person",
                        "Due next",
                        "cascadia/ledger",
                        "Feeds",
                        "Editions and deliveries",
                        "4 of 5");
        assertThat(folder.toFile().list()).containsExactly("status.html");
    }

    @Test
    void a_quiet_night_says_that_nothing_needs_a_person() {
        assertThat(new StatusPage(CLOCK).text(new Home(folder), StandingExample.aNight(List.of())))
                .contains("Nothing needs a person")
                .doesNotContain("<ol");
    }

    @Test
    void texts_are_escaped_and_nothing_is_fetched_or_run() {
        String page = new StatusPage(CLOCK).text(new Home(folder), StandingExample.aNight());

        assertThat(page)
                .contains("&lt;b&gt;")
                .doesNotContain("<script", "<img", "<link", "src=", "url(", "javascript:", " th:");
        assertThat(page.replace("http://www.w3.org/1999/xhtml", "")).doesNotContain("http:", "https:");
    }

    @Test
    void it_is_well_formed_and_its_tables_can_be_read_aloud() throws Exception {
        Document page = parsed(new StatusPage(CLOCK).text(new Home(folder), StandingExample.aNight()));

        Element root = page.getDocumentElement();
        assertThat(root.getAttribute("lang")).isEqualTo("en");
        assertThat(elements(page, "title")).hasSize(1);
        assertThat(elements(page, "main")).hasSize(1);
        assertThat(elements(page, "h1")).hasSize(1);
        assertThat(elements(page, "h2")).hasSizeGreaterThan(5);
        assertThat(elements(page, "th"))
                .isNotEmpty()
                .allMatch(cell -> cell.getAttribute("scope").matches("row|col"));
        assertThat(elements(page, "table"))
                .hasSize(3)
                .allMatch(table -> table.getElementsByTagName("caption").getLength() == 1);
        Set<String> ids = new HashSet<>();
        elements(page, "h2")
                .forEach(heading ->
                        assertThat(ids.add(heading.getAttribute("id"))).isTrue());
        assertThat(elements(page, "section")).allMatch(part -> ids.contains(part.getAttribute("aria-labelledby")));
    }

    private static List<Element> elements(Document page, String name) {
        NodeList found = page.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Document parsed(String page) throws IOException, ParserConfigurationException, SAXException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
    }
}

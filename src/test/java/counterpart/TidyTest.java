package counterpart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing lies about unused, and what must be documented is. Reads the source tree, as the style checks do. */
class TidyTest {
    private static final Path JAVA = Path.of("src", "main", "java");
    private static final Path SQL = Path.of("src", "main", "resources", "sql");
    private static final Path SCHEMAS = Path.of("src", "main", "resources", "schemas");
    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db");
    private static final Path TEMPLATES = Path.of("templates");

    private static final Pattern EVERY_COLUMN =
            Pattern.compile("\\bselect\\s+(distinct\\s+)?(\\w+\\.)?\\*(?!\\s*(exclude|replace)\\b)");
    private static final Pattern RULE = Pattern.compile("\"([A-Z]-\\d{3})\"");

    private static final String PROGRAM = textOf(files(JAVA, name -> name.endsWith(".java")));

    @Test
    void each_sql_file_is_run_by_the_program() {
        assertThat(statements()).isNotEmpty();
        assertThat(statements())
                .filteredOn(file -> !PROGRAM.contains("\"" + bareName(file) + "\"")
                        && !PROGRAM.contains("/" + bareName(file) + "\"")
                        && !PROGRAM.contains("/" + bareName(file) + ".sql\""))
                .as("SQL files that no Java text names")
                .isEmpty();
    }

    @Test
    void no_sql_file_asks_for_every_column() {
        assertThat(statements())
                .filteredOn(file -> EVERY_COLUMN
                        .matcher(withoutComments(textOf(List.of(file))).toLowerCase(Locale.ROOT))
                        .find())
                .as("SQL files with select *: name the columns")
                .isEmpty();
    }

    @Test
    void each_sql_file_begins_with_its_grain() {
        assertThat(statements())
                .filteredOn(file -> !textOf(List.of(file)).startsWith("--"))
                .as("SQL files without a first comment")
                .isEmpty();
    }

    @Test
    void each_template_is_used() {
        List<Path> templates = files(TEMPLATES, name -> true);
        String pages = textOf(files(TEMPLATES, name -> name.endsWith(".html") || name.endsWith(".css")));
        String fonts = textOf(List.of(TEMPLATES.resolve("fonts").resolve("fonts.conf")));
        Set<Path> forPeopleAndForTheLibrary =
                Set.of(TEMPLATES.resolve("fonts/OFL.txt"), TEMPLATES.resolve("fonts/fonts.conf"));
        assertThat(fonts).as("Java's font code is told of our folder").contains("<dir");
        assertThat(templates)
                .filteredOn(file -> !forPeopleAndForTheLibrary.contains(file))
                .filteredOn(file -> {
                    String name = file.getFileName().toString();
                    String fragment = name.endsWith(".html") ? bareName(file) : name;
                    return !PROGRAM.contains(name)
                            && !PROGRAM.contains("\"" + fragment + "\"")
                            && !Pattern.compile("~\\{\\s*" + Pattern.quote(fragment) + "\\b")
                                    .matcher(pages)
                                    .find()
                            && !pages.contains("url(template:/marks/" + name + ")")
                            && !(name.endsWith(".css") && pages.contains(name));
                })
                .as("templates, fonts and marks that neither a page nor the program names")
                .isEmpty();
    }

    @Test
    void each_schema_and_each_folder_of_migrations_is_used() {
        String schemas = textOf(files(SCHEMAS, name -> true));
        assertThat(files(SCHEMAS, name -> true))
                .filteredOn(file -> {
                    String name = file.getFileName().toString();
                    String stem = name.substring(0, name.indexOf('.'));
                    return !PROGRAM.contains(name)
                            && !PROGRAM.contains("\"" + stem + "\"")
                            && !schemas.contains(name + "#")
                            && !schemas.contains(name + "\"");
                })
                .as("schemas that nobody reads")
                .isEmpty();
        assertThat(files(MIGRATIONS, name -> true))
                .filteredOn(file -> !PROGRAM.contains("db/" + file.getName(file.getNameCount() - 2)))
                .as("migrations in a folder that nobody reads")
                .isEmpty();
    }

    @Test
    void each_rule_that_the_program_can_name_is_documented() {
        Set<String> named = new TreeSet<>();
        Matcher matcher = RULE.matcher(PROGRAM);
        while (matcher.find()) {
            named.add(matcher.group(1));
        }
        String page = textOf(List.of(Path.of("docs", "rules.md")));
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(named)
                .filteredOn(code -> !page.contains("| " + code + " |"))
                .as("rules that docs/rules.md does not explain")
                .isEmpty();
    }

    @Test
    void each_measure_has_its_definition_and_its_place_in_the_documents() {
        String page = textOf(List.of(Path.of("docs", "measures.md")));
        List<String> measures = statements().stream()
                .filter(file -> file.startsWith(SQL.resolve("measure")))
                .map(TidyTest::bareName)
                .filter(name -> !name.contains("_"))
                .toList();
        assertThat(measures).hasSizeGreaterThan(8);
        assertThat(measures)
                .filteredOn(name -> !page.contains(name))
                .as("measures that docs/measures.md does not define")
                .isEmpty();
    }

    private static List<Path> statements() {
        return files(SQL, name -> name.endsWith(".sql"));
    }

    private static String bareName(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String withoutComments(String sql) {
        return sql.lines().map(line -> line.replaceFirst("--.*", "")).collect(Collectors.joining("\n"));
    }

    private static List<Path> files(Path folder, Predicate<String> named) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> named.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String textOf(List<Path> files) {
        return files.stream()
                .map(file -> {
                    try {
                        return Files.readString(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .collect(Collectors.joining("\n"));
    }
}

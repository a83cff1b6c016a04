package counterpart.crash;

import counterpart.books.BooksSettings;
import counterpart.books.DuckBooks;
import counterpart.control.ControlStore;
import counterpart.control.HomeLock;
import counterpart.model.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run left behind, as lines that two runs of the same data have in common whatever happened meanwhile: both stores,
 * the home's folders, the partners' folders. Numbers of files, loads and rows are replaced by what they stand for; times
 * at which we did something are left out.
 */
final class Picture {
    private static final int LONGEST = 600;
    private static final Pattern FILE_ID = Pattern.compile("F-\\d{6}");

    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();

    private Picture() {}

    /** Looks at a stage on which nothing runs. */
    static List<String> of(Stage stage) throws IOException, SQLException {
        Picture picture = new Picture();
        picture.stores(stage.home());
        picture.folder("landing", stage.home().landing());
        picture.folder("acknowledgments", stage.home().acknowledgments());
        picture.folder("break-files", stage.home().breakFiles());
        picture.folder("editions", stage.home().editions());
        picture.folder("servers", stage.servers());
        picture.files("loads", stage.home().books().resolve("loads"));
        picture.unfinished(stage);
        return picture.lines.stream().sorted().toList();
    }

    private void stores(Home home) throws SQLException {
        try (HomeLock lock = HomeLock.look(home, "picture", Clock.systemUTC());
                ControlStore store = ControlStore.open(lock, Clock.systemUTC());
                Connection control = store.dataSource().getConnection()) {
            for (String[] row : rows(control, "select file_id, remote_name, clear_sha from received_file")) {
                names.put(row[0], "<" + row[1] + " " + row[2].substring(0, 8) + ">");
            }
            for (Question question : Questions.OF_CONTROL) {
                ask(control, question);
            }
            try (DuckBooks books = DuckBooks.open(home, BooksSettings.besideHeap(), "none");
                    Connection connection = books.connect()) {
                for (Question question : Questions.OF_BOOKS) {
                    ask(connection, question);
                }
            }
        }
    }

    private void ask(Connection connection, Question question) throws SQLException {
        for (String[] row : rows(connection, question.sql())) {
            String text = String.join(" | ", row);
            line(
                    question.name(),
                    text.length() > LONGEST
                            ? row[0] + " | " + row[1] + " | " + digest(text.getBytes(StandardCharsets.UTF_8))
                            : text);
        }
    }

    private static List<String[]> rows(Connection connection, String sql) throws SQLException {
        List<String[]> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                String[] row = new String[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = String.valueOf(result.getString(i + 1));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private void folder(String name, Path folder) throws IOException {
        for (Path path : Trees.files(folder)) {
            byte[] bytes = Files.readAllBytes(folder.resolve(path));
            boolean text = path.toString().endsWith(".csv");
            byte[] content = text
                    ? masked(withoutTimes(new String(bytes, StandardCharsets.UTF_8)))
                            .getBytes(StandardCharsets.UTF_8)
                    : bytes;
            line(name, path + " " + digest(content));
        }
    }

    /** Files whose bytes may differ from run to run: their names. */
    private void files(String name, Path folder) throws IOException {
        for (Path path : Trees.files(folder)) {
            line(name, path.toString());
        }
    }

    /** Nothing that was begun may lie about. */
    private void unfinished(Stage stage) throws IOException {
        for (Path path : Trees.files(stage.home().root())) {
            boolean begun = path.toString().endsWith(".part")
                    || path.toString().endsWith(".new")
                    || path.toString().contains(".part/")
                    || path.startsWith("books/work");
            if (begun) {
                line("unfinished", path.toString());
            }
        }
    }

    private void line(String about, String text) {
        lines.add(about + ": " + masked(text));
    }

    private String masked(String text) {
        return FILE_ID.matcher(text)
                .replaceAll(id -> Matcher.quoteReplacement(names.getOrDefault(id.group(), id.group())));
    }

    /** An answer tells when it was given. */
    private static String withoutTimes(String text) {
        return text.replaceAll("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}[.0-9]*Z", "<time>");
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package counterpart.operate;

import counterpart.books.ActiveLoad;
import counterpart.model.Home;
import counterpart.receive.Custody.PastFile;
import counterpart.receive.FileQuery;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a home holds, as text that can be compared: files with their states, loads that count, every row that counts. */
final class EndState {
    private static final int ALL = 100_000;
    private static final String[] VIEWS = {
        "coverage_span", "medical_claim", "claim_line", "pharmacy_claim", "current_coverage", "break_ledger", "score"
    };

    private EndState() {}

    static List<String> of(Home home) {
        List<String> all = new ArrayList<>(files(home));
        all.addAll(books(home));
        return all;
    }

    /** Files by their id, content and state. */
    static List<String> files(Home home) {
        try (OpenStores stores = OpenStores.look(home, "test")) {
            return stores.custody().find(new FileQuery(null, null, null, null, null, ALL)).stream()
                    .map(PastFile::file)
                    .map(file -> file.id() + " " + file.epoch() + " " + file.remoteName() + " " + file.clearSha() + " "
                            + file.state())
                    .sorted()
                    .toList();
        }
    }

    /** Loads and every row of every view. */
    static List<String> books(Home home) {
        List<String> all = new ArrayList<>();
        try (OpenStores stores = OpenStores.look(home, "test")) {
            stores.books().active().stream()
                    .sorted(Comparator.comparing(ActiveLoad::load))
                    .forEach(load -> all.add(load.toString()));
            try (Connection connection = stores.books().connect();
                    Statement statement = connection.createStatement()) {
                for (String view : VIEWS) {
                    try (ResultSet rows = statement.executeQuery("select t::varchar from " + view + " t order by 1")) {
                        while (rows.next()) {
                            all.add(view + " " + rows.getString(1));
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }
}

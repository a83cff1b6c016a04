package counterpart.receive.jdbc;

import counterpart.model.FileId;
import counterpart.receive.Custody.PastFile;
import counterpart.receive.CustodyDesk;
import counterpart.receive.FileQuery;
import counterpart.receive.FileStory;
import counterpart.receive.ReceivedFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;

/** The custody ledger in the control store, as a person asks it. */
@NamedInterface("desk")
public final class JdbcCustodyDesk implements CustodyDesk {
    private final JdbcClient control;
    private final SettlementRows settlements;

    public JdbcCustodyDesk(JdbcTemplate control) {
        this.control = JdbcClient.create(control);
        this.settlements = new SettlementRows(control);
    }

    @Override
    public List<PastFile> find(FileQuery query) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(query, parameters);
        return control
                .sql(FileRows.SELECT + where + " order by arrived_at desc, file_id desc fetch first :n rows only")
                .params(parameters)
                .param("n", query.atMost())
                .query((row, n) -> FileRows.read(row))
                .list()
                .stream()
                .map(file -> new PastFile(file, settlements.find(file.id(), file.epoch())))
                .toList();
    }

    @Override
    public Optional<FileStory> story(FileId id) {
        return FileRows.find(control, id).map(this::story);
    }

    private static String where(FileQuery query, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        add(conditions, parameters, "partner_id = :partner", "partner", query.partner());
        add(conditions, parameters, "feed_name = :feed", "feed", query.feed());
        add(conditions, parameters, "state = :state", "state", query.state());
        Instant from = query.from();
        add(conditions, parameters, "arrived_at >= :from", "from", from == null ? null : Instants.stored(from));
        Instant before = query.before();
        add(conditions, parameters, "arrived_at < :before", "before", before == null ? null : Instants.stored(before));
        return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    }

    private static void add(
            List<String> conditions,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            boolean time = value instanceof java.time.OffsetDateTime;
            parameters.put(name, time ? value : value.toString());
        }
    }

    private FileStory story(ReceivedFile file) {
        return control.sql(
                        "select superseded_by, acknowledged_at, acknowledged_path from received_file where file_id = :id")
                .param("id", file.id().value())
                .query((row, n) -> {
                    String by = row.getString("superseded_by");
                    return new FileStory(
                            file,
                            settlements.find(file.id(), file.epoch()),
                            by == null ? null : new FileId(by),
                            superseded(file.id()),
                            Instants.readOrNull(row, "acknowledged_at"),
                            row.getString("acknowledged_path"),
                            deliveries(file.id()));
                })
                .single();
    }

    private List<FileId> superseded(FileId by) {
        return control.sql("select file_id from received_file where superseded_by = :by order by file_id")
                .param("by", by.value())
                .query((row, n) -> new FileId(row.getString("file_id")))
                .list();
    }

    private List<FileStory.Delivered> deliveries(FileId id) {
        return control.sql(
                        "select remote_name, fate, first_seen_at from sighting where file_id = :id order by sighting_id")
                .param("id", id.value())
                .query((row, n) -> new FileStory.Delivered(
                        row.getString("remote_name"), row.getString("fate"), Instants.read(row, "first_seen_at")))
                .list();
    }
}

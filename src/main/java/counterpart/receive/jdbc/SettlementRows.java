package counterpart.receive.jdbc;

import counterpart.model.ControlTotals;
import counterpart.model.FileHeader;
import counterpart.model.FileId;
import counterpart.receive.FileState;
import counterpart.receive.Settlement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;

/** How readings ended, as rows. Texts that a partner wrote are cut to the width of their column. */
final class SettlementRows {
    private static final String DECLARED = "DECLARED";
    private static final String COMPUTED = "COMPUTED";
    private static final int NAME = 100;
    private static final int LONG_NAME = 200;
    private static final int SENTENCES = 2000;

    private final JdbcClient control;
    private final JdbcTemplate template;

    SettlementRows(JdbcTemplate template) {
        this.template = template;
        this.control = JdbcClient.create(template);
    }

    void insert(FileId id, int epoch, Settlement settlement) {
        Map<String, @Nullable Object> row = key(id, epoch);
        row.put("state", settlement.state().name());
        row.put("reason_code", settlement.reasonCode());
        row.put("reason", cut(settlement.reason(), SENTENCES));
        row.put("rows_read", settlement.rowsRead());
        row.put("rows_accepted", settlement.rowsAccepted());
        row.put("rows_rejected", settlement.rowsRejected());
        row.put("rows_warned", settlement.rowsWarned());
        putHeader(row, settlement.header());
        insert("file_settlement", row);
        insertTotals(id, epoch, DECLARED, settlement.declared());
        insertTotals(id, epoch, COMPUTED, settlement.computed());
        settlement.findingsByCode().forEach((code, findings) -> {
            Map<String, @Nullable Object> count = key(id, epoch);
            count.put("rule_code", code);
            count.put("findings", findings);
            insert("file_finding_count", count);
        });
        for (int i = 0; i < settlement.furtherReasons().size(); i++) {
            Settlement.Reason reason = settlement.furtherReasons().get(i);
            Map<String, @Nullable Object> further = key(id, epoch);
            further.put("place", i + 1);
            further.put("rule_code", reason.code());
            further.put("reason", cut(reason.sentence(), SENTENCES));
            insert("file_further_reason", further);
        }
    }

    /** Takes away how a reading ended, as when an operator decides otherwise about a held file. */
    void delete(FileId id, int epoch) {
        for (String table :
                new String[] {"file_further_reason", "file_finding_count", "file_control_totals", "file_settlement"}) {
            control.sql("delete from " + table + " where file_id = :id and epoch = :epoch")
                    .param("id", id.value())
                    .param("epoch", epoch)
                    .update();
        }
    }

    Optional<Settlement> find(FileId id, int epoch) {
        return control.sql(SqlText.of("read_settlement"))
                .param("id", id.value())
                .param("epoch", epoch)
                .query((row, n) -> read(row, id, epoch))
                .optional();
    }

    private Settlement read(ResultSet row, FileId id, int epoch) throws SQLException {
        return new Settlement(
                FileState.valueOf(row.getString("state")),
                row.getString("reason_code"),
                row.getString("reason"),
                row.getLong("rows_read"),
                row.getLong("rows_accepted"),
                row.getLong("rows_rejected"),
                row.getLong("rows_warned"),
                readHeader(row),
                totals(id, epoch, DECLARED).orElse(null),
                totals(id, epoch, COMPUTED)
                        .orElseThrow(() -> new IllegalStateException("the computed totals of " + id + " are missing")),
                findings(id, epoch),
                furtherReasons(id, epoch));
    }

    private List<Settlement.Reason> furtherReasons(FileId id, int epoch) {
        return control.sql("""
                        select rule_code, reason from file_further_reason
                        where file_id = :id and epoch = :epoch
                        order by place
                        """)
                .param("id", id.value())
                .param("epoch", epoch)
                .query((row, n) -> new Settlement.Reason(row.getString("rule_code"), row.getString("reason")))
                .list();
    }

    private Map<String, Long> findings(FileId id, int epoch) {
        Map<String, Long> counts = new HashMap<>();
        control.sql("select rule_code, findings from file_finding_count where file_id = :id and epoch = :epoch")
                .param("id", id.value())
                .param("epoch", epoch)
                .query(row -> {
                    counts.put(row.getString("rule_code"), row.getLong("findings"));
                });
        return counts;
    }

    private Optional<ControlTotals> totals(FileId id, int epoch, String side) {
        return control.sql(SqlText.of("read_control_totals"))
                .param("id", id.value())
                .param("epoch", epoch)
                .param("side", side)
                .query((row, n) -> new ControlTotals(
                        row.getString("trailer_file_id"),
                        Instants.count(row, "detail_count"),
                        Instants.count(row, "line_count"),
                        Instants.count(row, "member_count"),
                        Instants.count(row, "total_billed_cents"),
                        Instants.count(row, "total_allowed_cents"),
                        Instants.count(row, "total_paid_cents"),
                        Instants.count(row, "total_member_cost_cents"),
                        Instants.count(row, "reversal_count"),
                        Instants.count(row, "reversal_paid_cents"),
                        Instants.count(row, "hash_total")))
                .optional();
    }

    private void insertTotals(FileId id, int epoch, String side, @Nullable ControlTotals totals) {
        if (totals == null) {
            return;
        }
        Map<String, @Nullable Object> row = key(id, epoch);
        row.put("side", side);
        row.put("trailer_file_id", cut(totals.fileId(), LONG_NAME));
        row.put("detail_count", totals.detailCount());
        row.put("line_count", totals.lineCount());
        row.put("member_count", totals.memberCount());
        row.put("total_billed_cents", totals.totalBilledCents());
        row.put("total_allowed_cents", totals.totalAllowedCents());
        row.put("total_paid_cents", totals.totalPaidCents());
        row.put("total_member_cost_cents", totals.totalMemberCostCents());
        row.put("reversal_count", totals.reversalCount());
        row.put("reversal_paid_cents", totals.reversalPaidCents());
        row.put("hash_total", totals.hashTotal());
        insert("file_control_totals", row);
    }

    private static void putHeader(Map<String, @Nullable Object> row, FileHeader header) {
        row.put("layout_version", cut(header.layoutVersion(), NAME));
        row.put("header_file_id", cut(header.fileId(), LONG_NAME));
        row.put("sender_id", cut(header.senderId(), NAME));
        row.put("receiver_id", cut(header.receiverId(), NAME));
        row.put("file_type", cut(header.fileType(), NAME));
        row.put("file_mode", cut(header.mode(), NAME));
        row.put("submission_type", cut(header.submissionType(), NAME));
        row.put("period_from", header.periodFrom());
        row.put("period_to", header.periodTo());
        row.put("as_of_date", header.asOfDate());
        row.put("created_text", cut(header.createdAt(), NAME));
        row.put("sequence_number", header.sequenceNumber());
        row.put("environment", cut(header.environment(), NAME));
        row.put("replaces_file_id", cut(header.replacesFileId(), LONG_NAME));
    }

    private static FileHeader readHeader(ResultSet row) throws SQLException {
        return new FileHeader(
                row.getString("layout_version"),
                row.getString("header_file_id"),
                row.getString("sender_id"),
                row.getString("receiver_id"),
                row.getString("file_type"),
                row.getString("file_mode"),
                row.getString("submission_type"),
                Instants.day(row, "period_from"),
                Instants.day(row, "period_to"),
                Instants.day(row, "as_of_date"),
                row.getString("created_text"),
                Instants.count(row, "sequence_number"),
                row.getString("environment"),
                row.getString("replaces_file_id"));
    }

    private static Map<String, @Nullable Object> key(FileId id, int epoch) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("file_id", id.value());
        row.put("epoch", epoch);
        return row;
    }

    private void insert(String table, Map<String, @Nullable Object> row) {
        new SimpleJdbcInsert(template)
                .withTableName(table)
                .usingColumns(row.keySet().toArray(String[]::new))
                .withoutTableColumnMetaDataAccess()
                .execute(row);
    }

    private static @Nullable String cut(@Nullable String text, int width) {
        return text == null || text.length() <= width ? text : text.substring(0, width);
    }
}

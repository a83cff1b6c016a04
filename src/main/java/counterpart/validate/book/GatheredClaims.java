package counterpart.validate.book;

import counterpart.books.Books;
import counterpart.model.BookTable;
import counterpart.model.MedicalClaim;
import counterpart.partner.FileLayout.AmountLevel;
import counterpart.validate.GatheredClaim;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts claims together of the rows that repeat them, as one statement over the kept rows. */
final class GatheredClaims {
    private static final RowMapper<MedicalClaim> CLAIM = DataClassRowMapper.newInstance(MedicalClaim.class);

    private final Books books;

    GatheredClaims(Books books) {
        this.books = books;
    }

    /** Tells each claim, in the order of the first lines. */
    void tell(RepeatedRows rows, Consumer<GatheredClaim> told) {
        try (Connection connection = books.connectWithoutViews()) {
            JdbcClient sql = Statements.client(connection);
            for (AmountLevel level : AmountLevel.values()) {
                show(sql, rows, level);
            }
            sql.sql("create or replace temp view repeated_line as select "
                            + StagedRows.typed(BookTable.CLAIM_LINE, true) + " from "
                            + StagedRows.parquet(List.of(rows.linesFile())))
                    .update();
            sql.sql(Statements.text("gather_claims")).query(GatheredClaims::gathered).stream()
                    .forEach(told);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the claims that the lines of a file repeat could not be put together; run again", e);
        }
    }

    private static void show(JdbcClient sql, RepeatedRows rows, AmountLevel level) {
        boolean present = Files.exists(rows.claimsFile(level));
        String from = present ? " from " + StagedRows.parquet(List.of(rows.claimsFile(level))) : " where false";
        String view = level == AmountLevel.LINE ? "claim_of_line_amounts" : "claim_of_own_amounts";
        sql.sql("create or replace temp view " + view + " as select "
                        + StagedRows.typed(BookTable.MEDICAL_CLAIM, present) + from)
                .update();
    }

    private static GatheredClaim gathered(ResultSet row, int number) throws SQLException {
        return new GatheredClaim(
                CLAIM.mapRow(row, number), names(row.getString("contradicted")), names(row.getString("unbalanced")));
    }

    private static List<String> names(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(" "));
    }
}

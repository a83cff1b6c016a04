package counterpart.report.batch;

import counterpart.control.Audit;
import counterpart.model.Home;
import counterpart.model.PartnershipId;
import counterpart.model.Sha256;
import counterpart.report.Edition;
import counterpart.report.Editions;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the register of editions in the control store. */
final class JdbcEditions implements Editions {
    private static final String COLUMNS =
            "select partnership, report_month, revision, pdf, facts, sha256, pages from edition";

    private final JdbcClient control;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Home home;
    private final Clock clock;

    JdbcEditions(JdbcClient control, TransactionTemplate transaction, Audit audit, Home home, Clock clock) {
        this.control = control;
        this.transaction = transaction;
        this.audit = audit;
        this.home = home;
        this.clock = clock;
    }

    /** @throws IllegalStateException when other bytes are registered under the edition's key */
    @Override
    public void register(Edition edition) {
        transaction.executeWithoutResult(status -> {
            Optional<Edition> known = find(edition.partnership(), edition.month(), edition.revision());
            if (known.isEmpty()) {
                insert(edition);
            } else if (!known.get().sha().equals(edition.sha())) {
                throw EditionFolder.alreadyIssued(edition.partnership(), edition.month(), edition.revision());
            }
        });
    }

    private void insert(Edition edition) {
        control.sql("""
                        insert into edition (partnership, report_month, revision, pdf, facts, sha256, pages, issued_at)
                        values (:partnership, :month, :revision, :pdf, :facts, :sha256, :pages, :issuedAt)
                        """)
                .param("partnership", edition.partnership().value())
                .param("month", edition.month().toString())
                .param("revision", edition.revision())
                .param("pdf", relative(edition.pdf()))
                .param("facts", relative(edition.facts()))
                .param("sha256", edition.sha().value())
                .param("pages", edition.pages())
                .param("issuedAt", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(
                "counterpart", "issued", "edition " + edition.fileName(), "rendered and inspected; " + edition.sha());
    }

    @Override
    public Optional<Edition> find(PartnershipId partnership, YearMonth month, int revision) {
        return control.sql(COLUMNS
                        + " where partnership = :partnership and report_month = :month and revision = :revision")
                .param("partnership", partnership.value())
                .param("month", month.toString())
                .param("revision", revision)
                .query((row, number) -> edition(row))
                .optional();
    }

    @Override
    public Optional<Edition> latest(PartnershipId partnership, YearMonth month) {
        return control.sql(COLUMNS
                        + " where partnership = :partnership and report_month = :month order by revision desc limit 1")
                .param("partnership", partnership.value())
                .param("month", month.toString())
                .query((row, number) -> edition(row))
                .optional();
    }

    private Edition edition(ResultSet row) throws SQLException {
        return new Edition(
                new PartnershipId(row.getString("partnership")),
                YearMonth.parse(row.getString("report_month")),
                row.getInt("revision"),
                home.editions().resolve(row.getString("pdf")),
                home.editions().resolve(row.getString("facts")),
                new Sha256(row.getString("sha256")),
                row.getInt("pages"));
    }

    private String relative(Path file) {
        return home.editions().relativize(file).toString().replace('\\', '/');
    }
}

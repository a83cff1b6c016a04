package counterpart.validate;

import counterpart.finding.Finding;
import counterpart.model.ControlTotals;
import counterpart.model.Money;
import counterpart.partner.FieldMapping;
import counterpart.partner.FileLayout.RecordLayout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds the trailer against the rows, exactly. What either side leaves out is not compared. */
final class TotalsComparison {
    private final RecordLayout trailer;
    private final List<Finding> findings = new ArrayList<>();

    private TotalsComparison(RecordLayout trailer) {
        this.trailer = trailer;
    }

    /** F-008 for each count and F-009 for each amount that differs. */
    static List<Finding> compare(RecordLayout trailer, ControlTotals declared, ControlTotals counted) {
        TotalsComparison comparison = new TotalsComparison(trailer);
        comparison.count("detail_count", declared.detailCount(), counted.detailCount());
        comparison.count("line_count", declared.lineCount(), counted.lineCount());
        comparison.count("member_count", declared.memberCount(), counted.memberCount());
        comparison.count("reversal_count", declared.reversalCount(), counted.reversalCount());
        comparison.amount("total_billed", declared.totalBilledCents(), counted.totalBilledCents());
        comparison.amount("total_allowed", declared.totalAllowedCents(), counted.totalAllowedCents());
        comparison.amount("total_paid", declared.totalPaidCents(), counted.totalPaidCents());
        comparison.amount("total_member_cost", declared.totalMemberCostCents(), counted.totalMemberCostCents());
        comparison.amount("reversal_paid", declared.reversalPaidCents(), counted.reversalPaidCents());
        comparison.hash(declared.hashTotal(), counted.hashTotal());
        return comparison.findings;
    }

    private void count(String field, @Nullable Long declared, @Nullable Long counted) {
        if (differ(declared, counted)) {
            findings.add(Edits.F008.ofFile(sentence(field, String.valueOf(declared), String.valueOf(counted))));
        }
    }

    private void amount(String field, @Nullable Long declared, @Nullable Long counted) {
        if (declared != null && counted != null && differ(declared, counted)) {
            String said = new Money(declared).toString();
            findings.add(Edits.F009.ofFile(sentence(field, said, new Money(counted).toString())));
        }
    }

    private void hash(@Nullable Long declared, @Nullable Long counted) {
        if (differ(declared, counted)) {
            findings.add(Edits.F009.ofFile(sentence("hash_total", String.valueOf(declared), String.valueOf(counted))));
        }
    }

    private static boolean differ(@Nullable Long declared, @Nullable Long counted) {
        return declared != null && counted != null && !declared.equals(counted);
    }

    private String sentence(String field, String declared, String counted) {
        FieldMapping mapping = trailer.mappings().get(field);
        String column = mapping == null ? null : mapping.source();
        return "The trailer declares " + (column == null ? field : column) + " " + declared + "; the rows come to "
                + counted + ".";
    }
}

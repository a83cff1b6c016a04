package counterpart.bench;

import counterpart.model.CoverageSpan;
import counterpart.model.PharmacyClaim;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;

/** Between the columns of a file, the records of the books and the columns of a table; by position, which is fastest. */
final class PlainRows {
    static final int COVERAGE_COLUMNS = 23;
    static final int PHARMACY_COLUMNS = 37;
    private static final Map<String, String> RELATIONSHIPS = Map.of("18", "SELF", "01", "SPOUSE", "19", "CHILD");

    private PlainRows() {}

    static String insert(String table, int columns) {
        return "insert into " + table + " values (" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
    }

    static CoverageSpan coverage(FieldSet f, long line) {
        return new CoverageSpan(
                line,
                f.readString(4),
                f.readString(3),
                text(f, 5),
                required(RELATIONSHIPS.get(f.readString(14))),
                f.readString(8),
                f.readString(9),
                required(date(f, 12)),
                f.readString(13),
                text(f, 6),
                text(f, 18),
                text(f, 19),
                f.readString(22),
                f.readString(24),
                f.readString(25),
                text(f, 26),
                text(f, 37),
                required(date(f, 27)),
                date(f, 28),
                date(f, 35),
                yes(f, 36),
                text(f, 1),
                text(f, 31));
    }

    static PharmacyClaim prescription(FieldSet f, long line) {
        return new PharmacyClaim(
                line,
                f.readString(1),
                f.readString(2),
                f.readString(3),
                text(f, 4),
                f.readString(5),
                text(f, 6),
                text(f, 7),
                text(f, 8),
                text(f, 9),
                f.readString(10),
                text(f, 11),
                f.readString(12),
                whole(f, 13),
                required(date(f, 14)),
                required(date(f, 15)),
                date(f, 16),
                f.readString(17),
                text(f, 18),
                text(f, 19),
                yes(f, 20),
                text(f, 21),
                Double.valueOf(f.readString(22)),
                whole(f, 23),
                f.readString(24).equals("2"),
                text(f, 25),
                cents(f, 26),
                cents(f, 27),
                cents(f, 28),
                cents(f, 29),
                cents(f, 30),
                cents(f, 31),
                cents(f, 32),
                cents(f, 33),
                cents(f, 34),
                cents(f, 35),
                required(cents(f, 36)));
    }

    static void set(CoverageSpan row, PreparedStatement s) throws SQLException {
        Object[] values = {
            row.rowNumber(), row.memberId(), row.subscriberId(), row.personCode(), row.relationship(),
            row.lastName(), row.firstName(), row.birthDate(), row.gender(), row.ssn(),
            row.state(), row.zip(), row.groupId(), row.planCode(), row.coverageType(),
            row.coverageTier(), row.lineOfBusiness(), row.effectiveDate(), row.terminationDate(), row.deathDate(),
            row.disabled(), row.maintenanceType(), row.pcpNpi()
        };
        set(values, s);
    }

    static void set(PharmacyClaim row, PreparedStatement s) throws SQLException {
        Object[] values = {
            row.rowNumber(),
            row.claimId(),
            row.transactionCode(),
            row.transactionStatus(),
            row.originalClaimId(),
            row.memberId(),
            row.personCode(),
            row.groupId(),
            row.planCode(),
            row.lineOfBusiness(),
            row.pharmacyId(),
            row.prescriberId(),
            row.prescriptionNumber(),
            row.fillNumber(),
            row.serviceDate(),
            row.adjudicatedDate(),
            row.paidDate(),
            row.ndc(),
            row.drugName(),
            row.brandGeneric(),
            row.overTheCounter(),
            row.channel(),
            row.quantity(),
            row.daysSupply(),
            row.compound(),
            row.dispenseAsWritten(),
            row.ingredientCostCents(),
            row.dispensingFeeCents(),
            row.salesTaxCents(),
            row.incentiveCents(),
            row.otherPaidCents(),
            row.patientPayCents(),
            row.deductibleCents(),
            row.copayCents(),
            row.coinsuranceCents(),
            row.otherPayerCents(),
            row.planPaidCents()
        };
        set(values, s);
    }

    private static void set(@Nullable Object[] values, PreparedStatement s) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value == null) {
                s.setNull(i + 1, Types.NULL);
            } else {
                s.setObject(i + 1, value);
            }
        }
    }

    private static @Nullable String text(FieldSet f, int column) {
        String text = f.readString(column);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable LocalDate date(FieldSet f, int column) {
        String text = f.readString(column);
        return text.isEmpty() || text.equals("99991231")
                ? null
                : LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static @Nullable Integer whole(FieldSet f, int column) {
        String text = f.readString(column);
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    private static @Nullable Long cents(FieldSet f, int column) {
        String text = f.readString(column);
        return text.isEmpty() ? null : new BigDecimal(text).movePointRight(2).longValueExact();
    }

    private static @Nullable Boolean yes(FieldSet f, int column) {
        String text = f.readString(column);
        return text.isEmpty() ? null : text.equals("Y") || text.equals("1");
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("a required value is missing");
        }
        return value;
    }
}

package counterpart.partner.yaml;

import counterpart.finding.Nearest;
import counterpart.partner.DatePatterns;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one layout must fulfil beyond the schema. */
final class LayoutChecks {
    private static final List<String> USUAL_ENCODINGS =
            List.of("UTF-8", "ISO-8859-1", "ISO-8859-15", "US-ASCII", "windows-1252");

    private final Block layout;

    LayoutChecks(Block layout) {
        this.layout = layout;
    }

    void check() {
        checkDialect();
        List<Block> records = layout.blocks("records");
        checkPurposes(records);
        checkTypes(records);
        checkTables(records);
        // Where headed says neither, which is told already, no fault may follow from it.
        boolean headed = !layout.text("headed").orElse("true").equals("false");
        List<String> dates = layout.oneOrMore("dates");
        records.forEach(record -> new RecordChecks(record, headed, dates).check());
    }

    private void checkDialect() {
        layout.text("encoding")
                .filter(name -> !isEncoding(name))
                .ifPresent(name -> layout.fault(
                        "encoding", "No encoding is called '" + name + "'.", Nearest.remedy(name, USUAL_ENCODINGS)));
        layout.oneOrMore("dates").forEach(pattern -> checkDatePattern(layout, "dates", pattern));
        if (layout.has("quote") && layout.text("quote").equals(layout.text("delimiter"))) {
            layout.fault("quote", "It is also the delimiter.", "Write another character, or none.");
        }
    }

    static void checkDatePattern(Block block, String key, String pattern) {
        try {
            DatePatterns.formatter(pattern);
        } catch (IllegalArgumentException e) {
            block.fault(
                    key,
                    "'" + pattern + "' is no pattern of a date.",
                    "Write year (yyyy), month (MM or MMM) and day (dd), for example yyyyMMdd or MM/dd/yyyy.");
        }
    }

    private static boolean isEncoding(String name) {
        try {
            Charset.forName(name);
            return true;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return false;
        }
    }

    private void checkPurposes(List<Block> records) {
        Map<String, Integer> counts = new HashMap<>();
        for (Block record : records) {
            String purpose = record.text("purpose").orElse("");
            int count = counts.merge(purpose, 1, Integer::sum);
            if (count > 1 && (purpose.equals("HEADER") || purpose.equals("TRAILER"))) {
                record.fault("purpose", "There is a " + purpose + " record already.", "Keep one of them.");
            }
            if (layout.isTrue("headed") && (purpose.equals("HEADER") || purpose.equals("TRAILER"))) {
                record.fault(
                        "purpose",
                        "A headed file has no " + purpose + " record.",
                        "Remove the record, or write headed: false.");
            }
        }
        if (!records.isEmpty() && !counts.containsKey("DETAIL") && !counts.containsKey("")) {
            layout.fault("records", "No record has purpose: DETAIL.", "Write the record that holds the data.");
        }
    }

    private static void checkTypes(List<Block> records) {
        Map<String, Block> byType = new HashMap<>();
        for (Block record : records) {
            String type = record.text("type").orElse("");
            boolean told = record.has("when") || record.has("each");
            if (type.isEmpty() && records.size() > 1 && !told) {
                record.fault(
                        "type",
                        "Records cannot be told apart without a type.",
                        "Write type: and the text in the record's first column, or when: and what a column holds.");
            } else if (byType.put(type, record) != null && !told) {
                record.fault(
                        "type",
                        "Another record has the type " + type + ".",
                        "Write the text in this record's first column.");
            }
        }
    }

    private void checkTables(List<Block> records) {
        List<Block> details = records.stream()
                .filter(record ->
                        record.text("purpose").filter("DETAIL"::equals).isPresent())
                .toList();
        List<String> tables = details.stream()
                .flatMap(record -> record.text("table").stream())
                .toList();
        boolean repeated = details.stream().anyMatch(record -> record.has("claim"));
        if (tables.contains("claim_line") && !tables.contains("medical_claim") && !repeated) {
            layout.fault(
                    "records",
                    "There are claim lines without a claim.",
                    "Write the record with table: medical_claim that the lines belong to, or claim: in the record of the"
                            + " lines when each line repeats its claim.");
        }
        Map<String, Integer> counts = new HashMap<>();
        for (Block record : details) {
            String table = record.text("table").orElse("");
            boolean told = record.has("when") || record.has("each");
            if (!table.isEmpty() && counts.merge(table, 1, Integer::sum) > 1 && !told) {
                record.fault("table", "Another record fills " + table + ".", "Fill each table from one record.");
            }
        }
    }
}

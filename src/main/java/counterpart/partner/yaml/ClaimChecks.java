package counterpart.partner.yaml;

import counterpart.model.BookTable;
import counterpart.model.Fields;
import counterpart.partner.FileLayout.AmountLevel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the claim that each line repeats must fulfil beyond the schema. */
final class ClaimChecks {
    private static final Fields CLAIM = Fields.of(BookTable.MEDICAL_CLAIM);
    private static final Fields LINE = Fields.of(BookTable.CLAIM_LINE);
    private static final List<String> SHARED =
            List.of("claim_id", "claim_version", "from_date", "thru_date", "place_of_service");

    private final Block record;
    private final Block claim;
    private final boolean amountsOfClaim;

    private ClaimChecks(Block record, Block claim) {
        this.record = record;
        this.claim = claim;
        this.amountsOfClaim = claim.text("amountLevel").filter("claim"::equals).isPresent();
    }

    /** The fields of a claim that are its line's where the claim's map leaves them out. */
    static List<String> sharedWithLine(AmountLevel level) {
        List<String> shared = new ArrayList<>(SHARED);
        if (level == AmountLevel.LINE) {
            shared.addAll(amounts(LINE));
        }
        return shared;
    }

    /** @param fields checks one field of the claim's map */
    static void check(Block record, FieldChecks fields) {
        Optional<Block> claim = record.block("claim");
        boolean ofLines = record.text("table").filter("claim_line"::equals).isPresent();
        if (claim.isPresent() && !ofLines && record.has("table")) {
            record.fault(
                    "claim",
                    "Only lines repeat their claim.",
                    "Write table: claim_line, or remove claim and its keys.");
        } else {
            claim.ifPresent(block -> new ClaimChecks(record, block).checkMap(fields));
        }
    }

    private void checkMap(FieldChecks fields) {
        Optional<Block> map = claim.block("map");
        if (map.isEmpty()) {
            return;
        }
        Set<String> meant = fields.check(map.get(), CLAIM, "medical_claim");
        Set<String> given = new HashSet<>(map.get().keys());
        Set<String> ofLine = record.block("map").map(Block::keys).orElse(Set.of());
        given.addAll(meant);
        sharedWithLine(amountsOfClaim ? AmountLevel.CLAIM : AmountLevel.LINE).stream()
                .filter(ofLine::contains)
                .forEach(given::add);
        RecordChecks.checkRequired(claim, CLAIM, given);
        amounts(CLAIM).forEach(amount -> checkAmount(amount, map.get()));
    }

    private void checkAmount(String amount, Block map) {
        if (!map.has(amount) || !claim.has("amountLevel")) {
            return;
        }
        if (!amountsOfClaim) {
            map.fault(
                    amount,
                    "With amountLevel: line the claim's " + amount + " is the sum of its lines.",
                    "Map it in the line's map, or write amountLevel: claim.");
            return;
        }
        Optional<String> column = column(map, amount);
        Optional<String> ofLine = record.block("map").flatMap(line -> column(line, amount));
        if (column.isPresent() && column.equals(ofLine)) {
            map.fault(
                    amount,
                    "The column " + column.get() + " is mapped as the claim's " + amount + " and as its line's.",
                    "Remove it from the line's map: added up, the amount would count once for each line.");
        }
    }

    private static Optional<String> column(Block map, String field) {
        return map.text(field).or(() -> map.block(field).flatMap(block -> block.text("from")));
    }

    private static List<String> amounts(Fields fields) {
        return fields.all().stream()
                .filter(field -> field.type() == Fields.Type.MONEY)
                .map(Fields.Field::name)
                .toList();
    }

    /** Checks the fields of a map and answers those that are there under a misspelt name. */
    @FunctionalInterface
    interface FieldChecks {
        Set<String> check(Block map, Fields fields, String subject);
    }
}

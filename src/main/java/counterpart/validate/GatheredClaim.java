package counterpart.validate;

import counterpart.model.MedicalClaim;
import java.util.List;

/**
 * A claim put together of the rows that repeat it. Its row number is that of its first line.
 *
 * @param contradicted amounts of the claim that its rows state differently
 * @param unbalanced amounts of the claim that are not the sums of its lines
 */
public record GatheredClaim(MedicalClaim claim, List<String> contradicted, List<String> unbalanced) {
    public GatheredClaim {
        contradicted = List.copyOf(contradicted);
        unbalanced = List.copyOf(unbalanced);
    }
}

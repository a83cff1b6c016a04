package counterpart.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The catalogue of measures. Each is one definition here and one file {@code sql/measure/<name>.sql} that answers its
 * numerator and denominator by month, and the cases behind them where they are not counts.
 */
public final class Measures {
    public static final String MEMBER_MONTHS = "member-months";
    public static final String FILE_TIMELINESS = "file-timeliness";
    public static final String CLAIMS_MATCH_RATE = "claims-match-rate";
    public static final String PHARMACY_MATCH_RATE = "pharmacy-match-rate";
    public static final String ROSTER_MATCH_RATE = "roster-match-rate";

    private static final Map<String, MeasureDefinition> ALL = Collections.unmodifiableMap(Stream.of(
                    CostMeasures.all(),
                    PharmacyMeasures.all(),
                    CareMeasures.all(),
                    ClaimsMeasures.all(),
                    ExchangeMeasures.all())
            .flatMap(List::stream)
            .collect(Collectors.toMap(MeasureDefinition::name, Function.identity(), (a, b) -> a, LinkedHashMap::new)));

    private Measures() {}

    /** All definitions, in the order of the documentation. */
    public static List<MeasureDefinition> all() {
        return List.copyOf(ALL.values());
    }

    /** The names that a partnership may set targets for. */
    public static Set<String> names() {
        return ALL.keySet();
    }

    public static Optional<MeasureDefinition> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** @throws IllegalArgumentException when there is no such measure */
    public static MeasureDefinition get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no measure is called '" + name + "'; the measures are " + String.join(", ", names())));
    }
}

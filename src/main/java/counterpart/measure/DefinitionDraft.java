package counterpart.measure;

import counterpart.measure.Handling.Source;
import counterpart.measure.MeasureDefinition.Direction;
import counterpart.measure.MeasureDefinition.Unit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A definition being written down, part by part. */
final class DefinitionDraft {
    private final String name;
    private final String title;
    private Unit unit = Unit.COUNT;
    private String unitText = "";
    private int decimals;
    private Direction direction = Direction.NEITHER;
    private String numerator = "";
    private String denominator = "";
    private String exclusions = "nothing";
    private String basis = "";
    private String source = "";
    private Set<Source> sources = EnumSet.of(Source.COVERAGE, Source.MEDICAL);
    private boolean needsRunOut;
    private int lookBackMonths;
    private int followUpDays;
    private @Nullable String lag;
    private boolean isCharted = true;
    private boolean countsPeople = true;
    private int fewestScored;

    private DefinitionDraft(String name, String title) {
        this.name = name;
        this.title = title;
    }

    static DefinitionDraft measure(String name, String title) {
        return new DefinitionDraft(name, title);
    }

    DefinitionDraft in(Unit newUnit, int newDecimals, String text) {
        unit = newUnit;
        decimals = newDecimals;
        unitText = text;
        return this;
    }

    DefinitionDraft better(Direction newDirection) {
        direction = newDirection;
        return this;
    }

    DefinitionDraft over(String newNumerator, String newDenominator) {
        numerator = newNumerator;
        denominator = newDenominator;
        return this;
    }

    DefinitionDraft leavingOut(String newExclusions) {
        exclusions = newExclusions;
        return this;
    }

    DefinitionDraft of(String newBasis) {
        basis = newBasis;
        return this;
    }

    DefinitionDraft after(String newSource) {
        source = newSource;
        return this;
    }

    DefinitionDraft from(Source first, Source... more) {
        sources = EnumSet.of(first, more);
        return this;
    }

    /** Younger months are not scored. */
    DefinitionDraft waiting() {
        needsRunOut = true;
        return this;
    }

    /** Younger months are not scored, and all are completed by how fast the past came in. */
    DefinitionDraft completedBy(String newLag) {
        needsRunOut = true;
        lag = newLag;
        return this;
    }

    DefinitionDraft followedFor(int days) {
        followUpDays = days;
        return this;
    }

    /** A window of twelve months that moves by one: never charted, since its values share most of their months. */
    DefinitionDraft overTwelveMonths() {
        lookBackMonths = 11;
        isCharted = false;
        return this;
    }

    DefinitionDraft uncharted() {
        isCharted = false;
        return this;
    }

    /** Files and breaks say nothing about a person's health, so few are never hidden. */
    DefinitionDraft sayingNothingOfPeople() {
        countsPeople = false;
        return this;
    }

    DefinitionDraft scoredFrom(int fewest) {
        fewestScored = fewest;
        return this;
    }

    MeasureDefinition done() {
        for (String part : List.of(unitText, numerator, denominator, basis, source)) {
            if (part.isEmpty()) {
                throw new IllegalStateException("the definition of " + name + " lacks a part");
            }
        }
        return new MeasureDefinition(
                name,
                title,
                unitText,
                unit,
                decimals,
                direction,
                numerator,
                denominator,
                exclusions,
                basis,
                needsRunOut,
                source,
                new Handling(sources, lookBackMonths, followUpDays, lag, isCharted, countsPeople, fewestScored));
    }
}

package counterpart.measure;

/**
 * What a measure means, in words that go on the page and into docs/measures.md.
 *
 * @param name its name in configuration and of its SQL file, for example {@code denial-rate}
 * @param title as the page names it, for example "Initial denial rate"
 * @param unitText as the page says it under the title, for example "% of claims adjudicated"
 * @param decimals digits after the point on the page
 * @param basis which month a value belongs to and what it counts, for example "incurred month, allowed"
 * @param needsRunOut whether recent months are incomplete and not scored
 * @param source where the definition comes from
 * @param handling how its months are judged
 */
public record MeasureDefinition(
        String name,
        String title,
        String unitText,
        Unit unit,
        int decimals,
        Direction direction,
        String numerator,
        String denominator,
        String exclusions,
        String basis,
        boolean needsRunOut,
        String source,
        Handling handling) {
    /** How a value is made of its parts and written; {@link #PERCENT} values are 0 to 100. */
    public enum Unit {
        DOLLARS,
        PERCENT,
        DAYS,
        COUNT,
        /** Events a year for a thousand members: 12,000 times events over member months. */
        PER_THOUSAND
    }

    /** Which way is better. */
    public enum Direction {
        HIGHER_IS_BETTER,
        LOWER_IS_BETTER,
        NEITHER
    }

    /** A measure of claims that is handled like most. */
    public MeasureDefinition(
            String name,
            String title,
            String unitText,
            Unit unit,
            int decimals,
            Direction direction,
            String numerator,
            String denominator,
            String exclusions,
            String basis,
            boolean needsRunOut,
            String source) {
        this(
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
                Handling.plain());
    }
}

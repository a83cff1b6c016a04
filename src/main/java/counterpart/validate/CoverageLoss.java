package counterpart.validate;

/**
 * What a full eligibility file would do to the members of one group, against what we knew before. Counts only.
 *
 * @param covered members covered on the file's as-of date by what we knew
 * @param absent of them, those of whom the file holds no row, rejected rows included
 * @param ended of them, those whose rows end before that date
 * @param moved of them, those who are covered under other plans
 */
public record CoverageLoss(String group, long covered, long absent, long ended, long moved) {
    public CoverageLoss {
        if (absent + ended + moved > covered) {
            throw new IllegalArgumentException("a group loses no more members than it has");
        }
    }

    /** Members who would be covered afterwards. */
    public long remaining() {
        return covered - absent - ended;
    }
}

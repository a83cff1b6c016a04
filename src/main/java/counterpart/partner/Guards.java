package counterpart.partner;

/**
 * Limits beyond which a file waits for a person or is refused. Rates are fractions: 0.02 is 2 %.
 *
 * @param rejectRateHold share of rejected rows above which the file is held (F-020)
 * @param rejectRateRefuse share above which it is refused (F-020)
 * @param volumeSwing largest distance of the row count from the median of the feed's last six files (F-018)
 * @param dollarSwing largest distance of the total paid from the median of the feed's last six files (F-019)
 * @param terminationShare share of the covered members that a full eligibility file may end (F-021)
 * @param groupTerminationShare the same of one group of 25 members or more (F-021)
 */
public record Guards(
        double rejectRateHold,
        double rejectRateRefuse,
        double volumeSwing,
        double dollarSwing,
        double terminationShare,
        double groupTerminationShare) {
    public static final Guards DEFAULT = new Guards(0.02, 0.10, 0.20, 0.30, 0.03, 0.20);

    public Guards {
        if (rejectRateHold > rejectRateRefuse) {
            throw new IllegalArgumentException("a file is held before it is refused");
        }
    }

    /** With the default limits of terminations. */
    public Guards(double rejectRateHold, double rejectRateRefuse, double volumeSwing, double dollarSwing) {
        this(
                rejectRateHold,
                rejectRateRefuse,
                volumeSwing,
                dollarSwing,
                DEFAULT.terminationShare(),
                DEFAULT.groupTerminationShare());
    }
}

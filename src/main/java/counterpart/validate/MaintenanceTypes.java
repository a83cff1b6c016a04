package counterpart.validate;

/** What an eligibility row does to a span, in the codes of X12 834 INS03, which layouts map a partner's codes to. */
final class MaintenanceTypes {
    static final String CHANGE = "001";
    static final String CANCELLATION = "002";
    static final String ADDITION = "021";
    static final String TERMINATION = "024";
    static final String REINSTATEMENT = "025";

    private MaintenanceTypes() {}
}

package counterpart.sample;

import counterpart.sample.RosterRows.Draft;

/** A way in which the payer's picture of one person differs from the administrator's. */
enum RosterFault {
    /** The payer does not have the person. */
    MISSING("PRESENCE", "MISSING", true),
    /** The payer has a person whom the administrator does not have. */
    GHOST("PRESENCE", "GHOST", true),
    /** Lost for a week, found, and lost again. */
    MISSING_AGAIN("PRESENCE", "MISSING", false),
    OTHER_PLAN("PLAN", "PLAN_DIFF", true),
    OTHER_TIER("TIER", "TIER_DIFF", false),
    BEGINS_LATER("EFF", "SPAN_DIFF", false),
    ENDS("TERM", "SPAN_DIFF", false),
    /** The payer ended the coverage a while ago, and the administrator did not. */
    ENDED("TERM", "SPAN_DIFF", false),
    WITHOUT_PHARMACY("COVERAGE", "COVERAGE_DIFF", false),
    /** The payer's own number; subscriber and person code tell who it is. */
    OTHER_ID("MEMBER_ID", "ID_DIFF", false),
    /** The payer's own numbers throughout; only name, birth date and gender tell who it is. */
    OTHER_IDS("MEMBER_ID", "ID_DIFF", false),
    OTHER_LAST_NAME("LAST_NAME", "DEMOGRAPHIC_DIFF", false),
    OTHER_FIRST_NAME("FIRST_NAME", "DEMOGRAPHIC_DIFF", false),
    OTHER_BIRTH_DATE("BIRTH_DATE", "DEMOGRAPHIC_DIFF", true),
    OTHER_GENDER("GENDER", "DEMOGRAPHIC_DIFF", false),
    /** Under the id the payer has somebody else. */
    SOMEBODY_ELSE("IDENTITY", "IDENTITY_CONFLICT", false),
    /** The payer has the person twice, each time under a number of its own. */
    TWICE("IDENTITY", "AMBIGUOUS", false),
    /** No difference: a middle initial after the first name. */
    MIDDLE_INITIAL("", "", true),
    /** No difference: one coverage in two spans without a gap. */
    SPLIT_SPAN("", "", false);

    private static final int DAYS_LATER = 31;
    private static final int DAYS_OFF = 400;

    private final String attribute;
    private final String category;
    private final boolean few;

    RosterFault(String attribute, String category, boolean few) {
        this.attribute = attribute;
        this.category = category;
        this.few = few;
    }

    String attribute() {
        return attribute;
    }

    String category() {
        return category;
    }

    /** Whether the small set that people read has it too. */
    boolean few() {
        return few;
    }

    boolean differs() {
        return !attribute.isEmpty();
    }

    /** Whether the payer's roster lists the person at all. */
    boolean lists() {
        return this != MISSING && this != MISSING_AGAIN;
    }

    /** Whether the fault is there in a fresh week; -1 is the history file. Half of each kind heal or come later. */
    boolean isThere(int turn, int week) {
        if (this == MISSING_AGAIN) {
            return week == turn || week >= turn + 2;
        }
        return turn % 2 == 0 || (week >= 1 && week < 3);
    }

    /**
     * Changes what the payer believes.
     *
     * @param number a number that no one else has
     * @param ended a day on which coverage may have ended a while ago
     */
    void disturb(Draft draft, int number, int ended) {
        switch (this) {
            case OTHER_PLAN -> draft.plan = draft.plan.equals("HMO20") ? "HDHP" : "HMO20";
            case OTHER_TIER -> draft.tier = draft.tier.equals("EE") ? "ES" : "EE";
            case BEGINS_LATER -> draft.from += DAYS_LATER;
            case ENDS -> draft.to = ended + DAYS_OFF;
            case ENDED -> draft.to = ended;
            case WITHOUT_PHARMACY -> draft.pharmacy = false;
            case OTHER_ID -> draft.member = "C" + number;
            case OTHER_IDS -> {
                draft.member = "C" + number;
                draft.subscriber = draft.member;
                draft.relation = "E";
            }
            case OTHER_LAST_NAME -> draft.last = "ZABRISKIE";
            case OTHER_FIRST_NAME -> draft.first = "QUENTIN";
            case OTHER_BIRTH_DATE -> draft.birth += DAYS_OFF;
            case OTHER_GENDER -> draft.female = !draft.female;
            case SOMEBODY_ELSE -> {
                draft.last = "ZABRISKIE";
                draft.birth += DAYS_OFF;
            }
            case MIDDLE_INITIAL -> draft.first += " Q";
            default -> {
                // Presence, doubles and splits are a matter of whole rows.
            }
        }
    }
}

package counterpart.sample;

/**
 * The people of one policy, covered together. Days are days since 1970; an open end is {@link #OPEN}.
 *
 * @param number makes member ids; no two families share one
 * @param planChange first day of the second plan, a January 1, or {@link #OPEN} when the plan stays
 * @param told day from which on eligibility files tell the end
 * @param pharmacy whether the policy covers prescriptions too
 */
record Family(
        int number,
        int first,
        int last,
        int planChange,
        int group,
        int plan,
        int laterPlan,
        boolean pharmacy,
        boolean spouse,
        int zip,
        int[] births,
        boolean[] females,
        int[] firstNames,
        int told) {
    static final int OPEN = Integer.MAX_VALUE;

    /** A termination is told two weeks ahead. */
    private static final int NOTICE_DAYS = 15;

    /** A policy whose end is told in time. */
    Family(
            int number,
            int first,
            int last,
            int planChange,
            int group,
            int plan,
            int laterPlan,
            boolean pharmacy,
            boolean spouse,
            int zip,
            int[] births,
            boolean[] females,
            int[] firstNames) {
        this(
                number,
                first,
                last,
                planChange,
                group,
                plan,
                laterPlan,
                pharmacy,
                spouse,
                zip,
                births,
                females,
                firstNames,
                last == OPEN ? OPEN : last - NOTICE_DAYS);
    }

    /** The last covered day as it is known on a day. */
    int knownLast(int asOf) {
        return told <= asOf ? last : OPEN;
    }

    int size() {
        return births.length;
    }

    boolean covers(int day) {
        return first <= day && day <= last;
    }

    int planOn(int day) {
        return day >= planChange ? laterPlan : plan;
    }

    /** The member id of one of them: no nine digits, so that nobody takes it for a social security number. */
    String memberId(int person) {
        return "M" + (1_000_000 + number) + "-0" + (person + 1);
    }

    /** A number for each member, for sets of members. */
    int memberNumber(int person) {
        return number * 8 + person;
    }

    int ageOn(int person, int day) {
        return (int) ((day - births[person]) / 365.25);
    }

    /** HIPAA relationship code: self, spouse, child. */
    String relationship(int person) {
        if (person == 0) {
            return "18";
        }
        return person == 1 && spouse ? "01" : "19";
    }

    String tier() {
        if (size() == 1) {
            return "EE";
        }
        if (spouse) {
            return size() == 2 ? "ES" : "FAM";
        }
        return "EC";
    }
}

package counterpart.sample;

import java.io.IOException;

/** Writes all spans of the scenario's window as one full eligibility file knows them at its as-of date. */
final class EligibilityRows {
    /** A new policy is told one week ahead. */
    private static final int ENROLMENT_NOTICE_DAYS = 7;

    private final Scenario scenario;

    EligibilityRows(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Whether a family's policy is known on a day. */
    static boolean known(Family family, int asOf) {
        return family.first() <= asOf + ENROLMENT_NOTICE_DAYS;
    }

    /** Whether a family's change of plan is known on a day. */
    static boolean changeIsKnown(Family family, int asOf) {
        return family.planChange() != Family.OPEN && family.planChange() <= asOf + ENROLMENT_NOTICE_DAYS;
    }

    /** The last covered day as it is known on a day. */
    static int knownLast(Family family, int asOf) {
        return family.knownLast(asOf);
    }

    /** Whether a change of plan is known on a day. */
    static boolean knowsChange(Family family, int asOf) {
        return family.planChange() != Family.OPEN && family.planChange() <= asOf + ENROLMENT_NOTICE_DAYS;
    }

    void write(FeedWriter out, Population population) throws IOException {
        int asOf = (int) out.file().to().toEpochDay();
        int windowStart = (int) scenario.start().toEpochDay();
        for (Family family : population.families()) {
            if (family.last() >= windowStart && known(family, asOf)) {
                for (int person = 0; person < family.size(); person++) {
                    spans(out, family, person, knownLast(family, asOf), windowStart, asOf);
                }
            }
        }
    }

    private static void spans(FeedWriter out, Family family, int person, int last, int windowStart, int asOf)
            throws IOException {
        int change = family.planChange();
        if (!changeIsKnown(family, asOf)) {
            coverages(out, family, person, family.plan(), family.first(), last);
            return;
        }
        if (change - 1 >= windowStart) {
            coverages(out, family, person, family.plan(), family.first(), change - 1);
        }
        coverages(out, family, person, family.laterPlan(), change, last);
    }

    private static void coverages(FeedWriter out, Family family, int person, int plan, int first, int last)
            throws IOException {
        span(out, family, person, plan, "MED", first, last);
        if (family.pharmacy()) {
            span(out, family, person, plan, "RX", first, last);
        }
    }

    private static void span(FeedWriter out, Family family, int person, int plan, String coverage, int first, int last)
            throws IOException {
        compose(out.row(), family, person, plan, coverage, first, last);
        out.write();
        out.totals().details++;
        out.countMember(family.memberNumber(person));
        out.hash(family.memberId(person));
    }

    static void compose(Row row, Family family, int person, int plan, String coverage, int first, int last) {
        String member = family.memberId(person);
        row.start("DT").blanks(2).text(family.memberId(0)).text(member);
        row.text("0" + (person + 1)).blank().text("E" + (500_000 + family.number()));
        row.text(Names.last(family.number())).text(Names.first(family.females()[person], family.firstNames()[person]));
        row.blanks(2).date(family.births()[person]).text(family.females()[person] ? "F" : "M");
        row.text(family.relationship(person))
                .text(family.number() % 900 + 1 + " Harbor Road")
                .blank();
        row.text(Names.town(family.zip())).text("OR").number(family.zip()).blanks(2);
        row.text(Names.group(family.group()))
                .blank()
                .text(Names.plan(plan))
                .text(coverage)
                .text(family.tier());
        row.date(first);
        if (last == Family.OPEN) {
            row.text("99991231");
        } else {
            row.date(last);
        }
        row.text("A").text("N").blank().text("N").blanks(3).text("N").text("COM");
    }
}

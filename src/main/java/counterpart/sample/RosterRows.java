package counterpart.sample;

import java.io.IOException;
import java.util.Locale;

/**
 * Writes the payer's roster: one row a member, kind of coverage and span, in the payer's own manner. It writes names in
 * capitals and person codes without zeros, and drops who left more than two months ago.
 */
final class RosterRows {
    static final String HEADING = "MemberNo,FamilyNo,PersonCode,LastName,FirstName,BirthDate,Sex,Relation,Group,Plan,"
            + "Coverage,Tier,Begin,End";
    private static final int DROPPED_AFTER_DAYS = 60;

    private RosterRows() {}

    /** Whether the payer still lists a family. */
    static boolean lists(Family family, int asOf) {
        return EligibilityRows.known(family, asOf) && family.knownLast(asOf) >= asOf - DROPPED_AFTER_DAYS;
    }

    /** What the payer believes of one person; a disturbance changes some of it. */
    static final class Draft {
        String member;
        String subscriber;
        String personCode;
        String last;
        String first;
        int birth;
        boolean female;
        String relation;
        String group;
        String tier;
        String plan;
        String laterPlan;
        int from;
        int planChange;
        int to;
        boolean medical = true;
        boolean pharmacy;

        Draft(Family family, int person, int asOf) {
            member = family.memberId(person);
            subscriber = family.memberId(0);
            personCode = Integer.toString(person + 1);
            last = Names.last(family.number()).toUpperCase(Locale.ROOT);
            first = Names.first(family.females()[person], family.firstNames()[person])
                    .toUpperCase(Locale.ROOT);
            birth = family.births()[person];
            female = family.females()[person];
            relation = switch (family.relationship(person)) {
                case "18" -> "E";
                case "01" -> "S";
                default -> "C";
            };
            group = Names.group(family.group());
            tier = family.tier();
            plan = Names.plan(family.plan());
            laterPlan = Names.plan(family.laterPlan());
            from = family.first();
            planChange = EligibilityRows.knowsChange(family, asOf) ? family.planChange() : Family.OPEN;
            to = family.knownLast(asOf);
            pharmacy = family.pharmacy();
        }
    }

    static void write(FeedWriter out, Draft draft) throws IOException {
        int asOf = (int) out.file().to().toEpochDay();
        if (draft.planChange == Family.OPEN) {
            coverages(out, draft, draft.plan, draft.from, draft.to);
            return;
        }
        if (draft.planChange - 1 >= asOf - DROPPED_AFTER_DAYS) {
            coverages(out, draft, draft.plan, draft.from, draft.planChange - 1);
        }
        coverages(out, draft, draft.laterPlan, draft.planChange, draft.to);
    }

    private static void coverages(FeedWriter out, Draft draft, String plan, int from, int to) throws IOException {
        if (draft.medical) {
            span(out, draft, plan, "M", from, to);
        }
        if (draft.pharmacy) {
            span(out, draft, plan, "R", from, to);
        }
    }

    private static void span(FeedWriter out, Draft draft, String plan, String coverage, int from, int to)
            throws IOException {
        compose(out.row(), draft, plan, coverage, from, to);
        out.write();
        out.totals().details++;
    }

    static void compose(Row row, Draft draft, String plan, String coverage, int from, int to) {
        row.start().text(draft.member).text(draft.subscriber).text(draft.personCode);
        row.text(draft.last).text(draft.first).slashedDate(draft.birth);
        row.text(draft.female ? "F" : "M").text(draft.relation).text(draft.group);
        row.text(plan).text(coverage).text(draft.tier).slashedDate(from);
        if (to == Family.OPEN) {
            row.blank();
        } else {
            row.slashedDate(to);
        }
    }
}

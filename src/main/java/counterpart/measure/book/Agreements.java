package counterpart.measure.book;

import counterpart.measure.BookAgreement;
import counterpart.reconcile.PaidAfterTerm;
import counterpart.reconcile.ReconciledBooks;
import counterpart.reconcile.ReconciliationSummary;
import java.util.Map;

/** Says what a reconciliation came to in the words of a scorecard. */
final class Agreements {
    private record Words(String title, String counted) {}

    private static final Map<String, Words> WORDS = Map.of(
            "R1", new Words("Control totals", "files"),
            "R2", new Words("Roster", "members"),
            "R3", new Words("Retroactive terminations", "terminations"),
            "R5", new Words("Claims ledger", "claims"),
            "R6", new Words("Pharmacy ledger", "prescriptions"));

    private Agreements() {}

    static BookAgreement of(ReconciledBooks books) {
        PaidAfterTerm paid = books.paidAfterTerm();
        return new BookAgreement(
                books.summaries().stream().map(Agreements::line).toList(),
                new BookAgreement.PaidAfterTerm(
                        paid.terminations(), paid.withClaims(), paid.paidCents(), paid.oldest()),
                books.memberRoll().stream()
                        .map(month -> new BookAgreement.Roll(
                                month.month(),
                                month.opening(),
                                month.retroAdds(),
                                month.retroTerms(),
                                month.adds(),
                                month.reinstated(),
                                month.terms(),
                                month.closing()))
                        .toList());
    }

    private static BookAgreement.Line line(ReconciliationSummary summary) {
        String code = summary.reconciliation();
        Words words = WORDS.getOrDefault(code, new Words(code, "entities"));
        return new BookAgreement.Line(
                code,
                words.title(),
                words.counted(),
                summary.compared(),
                summary.agreed(),
                summary.open(),
                summary.timing(),
                summary.impactCents(),
                summary.oldest());
    }
}

package counterpart.operate;

import counterpart.model.Money;
import counterpart.model.PartnershipId;
import counterpart.receive.Custody;
import counterpart.receive.FileState;
import counterpart.receive.ReceivedFile;
import counterpart.receive.Settlement;
import counterpart.reconcile.MemberRoll;
import counterpart.reconcile.Netting;
import counterpart.reconcile.ReconciledBooks;
import counterpart.reconcile.ReconciliationSummary;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What a night did, as one table for each stage. */
final class NightTables {
    private static final int LONGEST_REASON = 70;

    private NightTables() {}

    /** Files: what came of each, and where their rows went. */
    static Table files(List<ReceivedFile> files, Custody custody) {
        Table table = new Table("file", "feed", "name", "state", "rows in", "accepted", "rejected", "warned", "reason");
        for (ReceivedFile file : files) {
            Optional<Settlement> settlement = custody.settlement(file.id());
            table.row(
                    file.id(),
                    file.feed(),
                    file.remoteName(),
                    word(file.state()),
                    settlement.map(Settlement::rowsRead).orElse(0L),
                    settlement.map(Settlement::rowsAccepted).orElse(0L),
                    settlement.map(Settlement::rowsRejected).orElse(0L),
                    settlement.map(Settlement::rowsWarned).orElse(0L),
                    settlement.map(NightTables::reason).orElse(""));
        }
        return table;
    }

    /** Files of several nights together, by feed and state. */
    static Table filesByFeed(List<ReceivedFile> files, Custody custody) {
        Map<String, long[]> sums = new TreeMap<>();
        for (ReceivedFile file : files) {
            long[] sum = sums.computeIfAbsent(file.feed() + "\t" + word(file.state()), key -> new long[4]);
            sum[0]++;
            custody.settlement(file.id()).ifPresent(s -> {
                sum[1] += s.rowsRead();
                sum[2] += s.rowsAccepted();
                sum[3] += s.rowsRejected();
            });
        }
        Table table = new Table("feed", "state", "files", "rows in", "accepted", "rejected");
        sums.forEach((key, sum) -> {
            String[] names = key.split("\t", -1);
            table.row(names[0], names[1], sum[0], sum[1], sum[2], sum[3]);
        });
        return table;
    }

    /**
     * Matches and breaks as of a night. Where nothing changed, the matches are those of the day on which the books were
     * last held against each other, and no break was opened or closed since.
     */
    static Table reconciliations(List<ReconciledBooks> reconciled, LocalDate night) {
        Table table = new Table(
                "partnership",
                "as of",
                "compared",
                "claims or fills",
                "matched",
                "only left",
                "only right",
                "different",
                "duplicate",
                "opened",
                "closed",
                "reopened");
        for (ReconciledBooks books : reconciled) {
            boolean isUnchanged = books.asOf().isBefore(night);
            table.row(
                    books.partnership(),
                    night,
                    isUnchanged ? "unchanged since " + books.asOf() : "this night",
                    books.all(),
                    books.matched(),
                    books.onlyLeft(),
                    books.onlyRight(),
                    books.different(),
                    books.duplicate(),
                    isUnchanged ? 0 : books.breaksOpened(),
                    isUnchanged ? 0 : books.breaksClosed(),
                    isUnchanged ? 0 : books.breaksReopened());
        }
        return table;
    }

    /** What each reconciliation came to. */
    static Table summaries(List<ReconciledBooks> reconciled) {
        Table table =
                new Table("partnership", "reconciliation", "compared", "agreed", "open", "timing", "dollars", "oldest");
        for (ReconciledBooks books : reconciled) {
            for (ReconciliationSummary summary : books.summaries()) {
                table.row(
                        books.partnership(),
                        summary.reconciliation(),
                        summary.compared(),
                        summary.agreed(),
                        summary.open(),
                        summary.timing(),
                        new Money(summary.impactCents()),
                        Objects.requireNonNullElse(summary.oldest(), ""));
            }
        }
        return table;
    }

    /** Member months rolled forward. */
    static Table memberMonths(List<ReconciledBooks> reconciled) {
        Table table = new Table(
                "partnership",
                "month",
                "opening",
                "retro adds",
                "retro terms",
                "adds",
                "reinstated",
                "terms",
                "closing");
        for (ReconciledBooks books : reconciled) {
            for (MemberRoll month : books.memberRoll()) {
                table.row(
                        books.partnership(),
                        month.month(),
                        month.opening(),
                        month.retroAdds(),
                        month.retroTerms(),
                        month.adds(),
                        month.reinstated(),
                        month.terms(),
                        month.closing());
            }
        }
        return table;
    }

    /** Open breaks by category. */
    static Table breaks(List<ReconciledBooks> reconciled) {
        Table table = new Table("partnership", "open breaks", "count");
        for (ReconciledBooks books : reconciled) {
            PartnershipId partnership = books.partnership();
            new TreeMap<>(books.openByCategory()).forEach((category, count) -> table.row(partnership, category, count));
        }
        return table;
    }

    /** What netting made of both sides' prescriptions. */
    static Table nettings(List<Netting> nettings) {
        Table table = new Table(
                "partnership",
                "ledger",
                "billings",
                "reversals",
                "netted",
                "across files",
                "waiting",
                "twice",
                "repeated",
                "scripts",
                "paid before",
                "paid net");
        for (Netting netting : nettings) {
            netting(table, netting.partnership(), "left", netting.left());
            netting(table, netting.partnership(), "right", netting.right());
        }
        return table;
    }

    private static void netting(Table table, PartnershipId partnership, String side, Netting.Ledger ledger) {
        table.row(
                partnership,
                side,
                ledger.billings(),
                ledger.reversals(),
                ledger.netted(),
                ledger.nettedAcrossFiles(),
                ledger.waiting(),
                ledger.twice(),
                ledger.repeated(),
                ledger.scripts(),
                new Money(ledger.billedCents()),
                new Money(ledger.paidCents()));
    }

    static String word(FileState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String reason(Settlement settlement) {
        String code = settlement.reasonCode();
        String reason = settlement.reason();
        if (code == null || reason == null) {
            return "";
        }
        String text = code + " " + reason;
        return Table.shortened(text, LONGEST_REASON);
    }
}

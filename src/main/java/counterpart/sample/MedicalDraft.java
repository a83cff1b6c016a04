package counterpart.sample;

/** One version of a medical claim, reused row after row. Amounts are cents; days count from 1970. */
final class MedicalDraft {
    static final int MOST_LINES = 4;

    int week;
    int index;
    String claimId = "";
    int version;
    char action = 'O';
    String status = "PAID";
    boolean institutional;
    boolean inpatient;
    boolean capitated;
    boolean clean;
    Family family;
    int person;
    int from;
    int thru;
    int received;
    int adjudicated;
    int paidOn;
    int lines;
    int provider;
    int reason;
    /** What these say when they are not empty goes before what follows from the kind of claim. */
    String billType = "";

    String revenue = "";
    String procedure = "";
    String place = "";
    String diagnosis = "";
    String drg = "";
    String dischargeStatus = "01";
    /** Day of admission when it is not that on which the bill begins, or 0. */
    int admitted;

    final long[] billed = new long[MOST_LINES];
    final long[] allowed = new long[MOST_LINES];
    final long[] paid = new long[MOST_LINES];
    final long[] deductible = new long[MOST_LINES];
    final long[] copay = new long[MOST_LINES];
    final long[] coinsurance = new long[MOST_LINES];
    final long[] cob = new long[MOST_LINES];

    MedicalDraft(Family anyone) {
        family = anyone;
    }

    boolean denied() {
        return status.equals("DENIED");
    }

    /** CARC 18: denied as a duplicate, which leaves the denial rate on both sides. */
    boolean deniedAsDuplicate() {
        return denied() && MedicalRows.REASONS[reason].equals("18");
    }

    int admission() {
        return admitted == 0 ? from : admitted;
    }

    static long sum(long[] amounts, int lines) {
        long sum = 0;
        for (int i = 0; i < lines; i++) {
            sum += amounts[i];
        }
        return sum;
    }

    long billedTotal() {
        return sum(billed, lines);
    }

    long allowedTotal() {
        return sum(allowed, lines);
    }

    long paidTotal() {
        return sum(paid, lines);
    }

    long memberCost() {
        return sum(deductible, lines) + sum(copay, lines) + sum(coinsurance, lines);
    }

    /** Turns this version into the reversal that cancels it. */
    void reverse(int day) {
        version = 1;
        action = 'R';
        status = "REVERSED";
        readjudicate(day);
        scale(-1, 1);
    }

    /** Turns a reversal into the replacement that follows it, at nine tenths of the price. */
    void replace() {
        version = 2;
        action = 'A';
        status = "PAID";
        scale(-9, 10);
    }

    private void readjudicate(int day) {
        received = Math.max(received, day - 6);
        adjudicated = day;
        paidOn = day + 2;
    }

    private void scale(long times, long over) {
        for (int i = 0; i < lines; i++) {
            deductible[i] = deductible[i] * times / over;
            copay[i] = copay[i] * times / over;
            coinsurance[i] = coinsurance[i] * times / over;
            cob[i] = cob[i] * times / over;
            paid[i] = paid[i] * times / over;
            allowed[i] = paid[i] + deductible[i] + copay[i] + coinsurance[i] + cob[i];
            if (over == 1) {
                billed[i] = billed[i] * times;
            } else {
                billed[i] = -billed[i];
            }
        }
    }
}

package counterpart.sample;

/** One prescription transaction, reused row after row. Amounts are cents; days count from 1970. */
final class ScriptDraft {
    String claimId = "";
    boolean reversal;
    String originalClaimId = "";
    Family family;
    int person;
    int pharmacy;
    int prescriber;
    String prescription = "";
    int fill;
    int service;
    int adjudicated;
    int paidOn;
    Drugs.Drug drug = Drugs.generic(0);
    boolean compound;
    int days;
    long ingredient;
    long fee;
    long tax;
    long deductible;
    long copay;
    long coinsurance;
    long otherPayer;
    /** By how much the stated plan payment misses the pricing identity. */
    long odd;

    ScriptDraft(Family anyone) {
        family = anyone;
    }

    long patientPay() {
        return deductible + copay + coinsurance;
    }

    long planPaid() {
        return ingredient + fee + tax - patientPay() - otherPayer + odd;
    }

    /** Whether the generic dispensing rate looks at it. */
    boolean countsForGenerics() {
        return !compound && !drug.overTheCounter();
    }

    /** Turns a bill into the reversal that cancels it. */
    void reverse(int day) {
        originalClaimId = claimId;
        claimId = "RV" + claimId.substring(2);
        reversal = true;
        negate();
        settle(day);
    }

    /** Turns a reversal into a new bill of the same prescription. */
    void rebill(int day) {
        claimId = "RB" + claimId.substring(2);
        originalClaimId = "";
        reversal = false;
        negate();
        settle(day);
    }

    private void settle(int day) {
        adjudicated = day;
        paidOn = day + 7;
    }

    private void negate() {
        ingredient = -ingredient;
        fee = -fee;
        tax = -tax;
        deductible = -deductible;
        copay = -copay;
        coinsurance = -coinsurance;
        otherPayer = -otherPayer;
        odd = -odd;
    }
}

package counterpart.sample;

/** A small drug table of our own: generic names are facts, labeler numbers and product codes are made up. */
final class Drugs {
    /** One package: cost of a 30-day supply in cents before fee. */
    record Drug(String ndc, String name, boolean brand, boolean overTheCounter, boolean specialty, long cost) {}

    private static final Drug[] GENERICS = {
        generic("99101001101", "PREDNISONE 10 MG TAB", 900),
        generic("99101001202", "CYCLOBENZAPRINE 5 MG TAB", 1_100),
        generic("99101001303", "AZITHROMYCIN 250 MG TAB", 1_500),
        generic("99102002101", "AMLODIPINE 5 MG TAB", 1_000),
        generic("99102002202", "OMEPRAZOLE 20 MG CAP", 1_700),
        generic("99102002303", "SERTRALINE 50 MG TAB", 1_600),
        generic("99103003101", "LEVOTHYROXINE 75 MCG TAB", 1_900),
        generic("99103003202", "AMOXICILLIN 500 MG CAP", 1_400),
        generic("99103003303", "GABAPENTIN 300 MG CAP", 2_600),
        generic("99104004101", "DULOXETINE 60 MG CAP", 6_500),
        generic("99104004202", "BUDESONIDE NEB SUSP", 16_000),
        new Drug("99104004303", "CETIRIZINE 10 MG TAB", false, true, false, 1_200)
    };
    private static final Drug[] BRANDS = {
        brand("99201001101", "GLUVENTRA 10 MG TAB", 42_000),
        brand("99201001202", "CARDIOLIS 5 MG TAB", 38_500),
        brand("99202002101", "BREVAIR INHALER", 29_000),
        brand("99202002202", "INSULORA PEN", 36_000),
        brand("99203003101", "MIGRAVEX 75 MG TAB", 61_000),
        brand("99203003202", "DERMALUNE CREAM", 44_000)
    };
    private static final Drug[] SPECIALTIES = {
        new Drug("99301001101", "IMMUNARA 40 MG SYRINGE", true, false, true, 390_000),
        new Drug("99301001202", "ONCOVELA 100 MG CAP", true, false, true, 505_000),
        new Drug("99302002101", "SCLEROVAN 20 MG SYRINGE", true, false, true, 340_000)
    };

    /** Drugs that people take for years, by class; each class has two ingredients or more. */
    private static final Drug[][] MAINTENANCE = {
        {
            generic("99401001101", "METFORMIN 500 MG TAB", 900),
            generic("99401001102", "METFORMIN 1000 MG TAB", 1_100),
            generic("99401001201", "GLIPIZIDE 5 MG TAB", 800)
        },
        {
            generic("99402001101", "LISINOPRIL 10 MG TAB", 1_100),
            generic("99402001201", "LOSARTAN 50 MG TAB", 1_300),
            generic("99402001301", "VALSARTAN 80 MG TAB", 1_900)
        },
        {
            generic("99403001101", "ATORVASTATIN 20 MG TAB", 1_500),
            generic("99403001201", "ROSUVASTATIN 10 MG TAB", 1_700),
            generic("99403001301", "SIMVASTATIN 40 MG TAB", 1_200)
        }
    };

    private Drugs() {}

    /** A drug of a class that adherence is measured for: 0 diabetes, 1 RAS antagonists, 2 statins. */
    static Drug maintenance(int drugClass, int choice) {
        return MAINTENANCE[drugClass][choice % MAINTENANCE[drugClass].length];
    }

    static Drug generic(double share) {
        return GENERICS[(int) (share * GENERICS.length)];
    }

    static Drug brand(double share) {
        return BRANDS[(int) (share * BRANDS.length)];
    }

    static Drug specialty(double share) {
        return SPECIALTIES[(int) (share * SPECIALTIES.length)];
    }

    private static Drug generic(String ndc, String name, long cost) {
        return new Drug(ndc, name, false, false, false, cost);
    }

    private static Drug brand(String ndc, String name, long cost) {
        return new Drug(ndc, name, true, false, false, cost);
    }
}

package counterpart.sample;

/** Invented names, towns and groups. Every family has a last name of its own, so no two people look like one. */
final class Names {
    private static final String[] STARTS = {
        "Ab", "Ald", "Ash", "Bar", "Bel", "Ber", "Bram", "Cal", "Car", "Cor", "Dal", "Dar", "Dor", "Ed", "El", "Fal",
        "Fen", "Gar", "Gil", "Gran", "Had", "Hal", "Har", "Hol", "Ing", "Jar", "Kel", "Ken", "Kir", "Lan", "Lar", "Lin",
        "Mal", "Mar", "Mel", "Mor", "Nel", "Nor", "Oak", "Or", "Pel", "Pem", "Quin", "Rad", "Ran", "Ros", "Sal", "Sel",
        "Sher", "Tal", "Tan", "Thor", "Ul", "Van", "Ver", "Wal", "War", "Wen", "Wil", "Yar"
    };
    private static final String[] MIDDLES = {"", "a", "e", "i", "o", "en", "er", "ing", "ow", "un", "is", "am"};
    private static final String[] ENDS = {
        "bank", "bee", "bourne", "brook", "bury", "by", "combe", "cott", "croft", "dale", "den", "dine", "don", "fell",
        "field", "ford", "gate", "grave", "ham", "hay", "hill", "holt", "hurst", "kirk", "land", "ley", "low", "mead",
        "mere", "mond", "more", "nell", "ness", "ridge", "rock", "roy", "set", "shaw", "sted", "stoke", "stow",
        "thorpe", "ton", "tree", "vale", "wade", "well", "wick", "wood", "worth"
    };
    private static final String[] WOMEN = {
        "Alma", "Brenda", "Cora", "Dina", "Edith", "Farah", "Greta", "Hanna", "Irma", "Joan", "Kira", "Leona", "Mabel",
        "Nadia", "Olga", "Petra", "Rosa", "Selma", "Thea", "Una", "Vera", "Wilma", "Yara", "Zoe"
    };
    private static final String[] MEN = {
        "Aaron", "Boris", "Cyrus", "David", "Emil", "Felix", "Gus", "Hugo", "Ivan", "Jonas", "Karl", "Leo", "Milo",
        "Nils", "Oscar", "Pablo", "Ralph", "Simon", "Tobias", "Uri", "Victor", "Walter", "Yusuf", "Zeno"
    };
    private static final String[] TOWNS = {
        "Alderport", "Brinmoor", "Castleford Bay", "Dunmere", "Eastwater", "Fernhollow"
    };
    private static final String[] PLANS = {"PPO500", "HMO20", "HDHP"};
    private static final int LAST_NAMES = STARTS.length * MIDDLES.length * ENDS.length;
    /** Prime to the number of last names, so that neighbours get names far apart and none twice. */
    private static final long STRIDE = 15_737;

    private Names() {}

    static String last(int family) {
        int code = (int) ((family * STRIDE) % LAST_NAMES);
        String name = STARTS[code % STARTS.length]
                + MIDDLES[code / STARTS.length % MIDDLES.length]
                + ENDS[code / STARTS.length / MIDDLES.length];
        int round = family / LAST_NAMES;
        return round == 0 ? name : name + "-" + STARTS[round] + "ley";
    }

    static int firstNames() {
        return WOMEN.length;
    }

    static String first(boolean female, int index) {
        return female ? WOMEN[index] : MEN[index];
    }

    static String town(int zip) {
        return TOWNS[zip % TOWNS.length];
    }

    static String plan(int index) {
        return PLANS[index];
    }

    static int plans() {
        return PLANS.length;
    }

    static String group(int index) {
        return "G" + (100 + index);
    }
}

package counterpart;

import counterpart.operate.CommandLineInterface;

/** The program's entry. */
public final class Counterpart {
    private Counterpart() {}

    public static void main(String[] args) {
        System.exit(CommandLineInterface.run(args, System.out, System.err));
    }
}

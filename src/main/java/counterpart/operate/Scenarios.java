package counterpart.operate;

import counterpart.sample.Scenario;
import java.time.LocalDate;

/** Scenarios as a command line asks for them. */
final class Scenarios {
    private Scenarios() {}

    /**
     * A scenario of these numbers.
     *
     * @throws CommandFailure with exit code 64 when the numbers make none
     */
    static Scenario of(long seed, int members, int months, LocalDate businessDate, Scenario.Faults faults) {
        try {
            return new Scenario(seed, members, months, businessDate, faults);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }
}

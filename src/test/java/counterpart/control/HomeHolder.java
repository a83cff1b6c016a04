package counterpart.control;

import counterpart.model.Home;
import java.nio.file.Path;
import java.time.Clock;

/** A second process that takes a home and holds it until its standard input ends. */
public final class HomeHolder {
    private HomeHolder() {}

    public static void main(String[] args) throws Exception {
        try (HomeLock lock = HomeLock.take(new Home(Path.of(args[0])), "nightly", Clock.systemUTC())) {
            System.out.println("taken " + (lock != null));
            System.out.flush();
            while (System.in.read() >= 0) {
                // Holds the home until the test closes the pipe.
            }
        }
    }
}

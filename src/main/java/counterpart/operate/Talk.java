package counterpart.operate;

import counterpart.control.batch.Counts;
import counterpart.control.batch.ProgressBus;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * What a command says while it works: a line a job on any output, and in a terminal how far the present step is, written
 * over itself.
 */
final class Talk implements ProgressBus.Listener {
    private static final long OFTEN_ENOUGH_NANOS = 200_000_000L;

    private final PrintWriter out;
    private final boolean terminal;
    private long lastShown;
    private boolean lineOpen;

    Talk(PrintWriter out) {
        this.out = out;
        this.terminal = System.console() != null;
    }

    /** A line of its own. */
    synchronized void say(String line) {
        clear();
        out.println(line);
        out.flush();
    }

    void say(Object table) {
        say(table.toString());
    }

    @Override
    public void stepBegan(String job, String step) {
        show(job + " " + step, true);
    }

    @Override
    public void told(String job, String step, String what, long done, long total) {
        String far = total > 0
                ? String.format(Locale.ROOT, "%,d of %,d", done, total)
                : String.format(Locale.ROOT, "%,d", done);
        show(job + " " + step + ": " + what + " " + far, false);
    }

    @Override
    public void stepEnded(String job, String step, String outcome, Counts counts) {
        clear();
    }

    private synchronized void show(String line, boolean always) {
        if (!terminal || (!always && System.nanoTime() - lastShown < OFTEN_ENOUGH_NANOS)) {
            return;
        }
        lastShown = System.nanoTime();
        clear();
        out.print("  " + (line.length() > 100 ? line.substring(0, 100) : line));
        out.flush();
        lineOpen = true;
    }

    private void clear() {
        if (lineOpen) {
            out.print("\r" + " ".repeat(104) + "\r");
            lineOpen = false;
        }
    }
}

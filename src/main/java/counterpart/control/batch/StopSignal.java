package counterpart.control.batch;

/**
 * Asks running steps to stop. A step looks at it before it begins and whenever it tells its progress, so a step that
 * tells its progress often stops soon; work that has ended stays done.
 */
public final class StopSignal {
    private volatile boolean requested;

    public void request() {
        requested = true;
    }

    public boolean isRequested() {
        return requested;
    }
}

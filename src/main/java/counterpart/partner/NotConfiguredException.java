package counterpart.partner;

import counterpart.finding.Trouble;

/**
 * A partner or feed is asked for that the configuration does not have. Files stay in custody when their feed is renamed or
 * their partner leaves, so this is no fault of ours.
 */
public final class NotConfiguredException extends RuntimeException implements Trouble {
    private static final long serialVersionUID = 1L;

    /** @param what a partner or a feed, by its name */
    NotConfiguredException(String what) {
        super(what + " is not configured. Next: put it back under job-configs/, then say ./counterpart config check");
    }

    @Override
    public Kind trouble() {
        return Kind.CONFIGURATION;
    }
}

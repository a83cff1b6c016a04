package counterpart.measure;

/** A value against its target. */
public enum Status {
    ON_TARGET,
    NEAR_TARGET,
    OFF_TARGET,
    NOT_SCORED
}

package counterpart.control.batch;

/** Where a step tells how far it is. Cheap enough to be told per block of rows. */
@FunctionalInterface
public interface Progress {
    Progress SILENT = (what, done, total) -> {};

    /**
     * @param what what is being done, in a few words without member data
     * @param total how many there are; 0 when that is not known
     */
    void told(String what, long done, long total);
}

package counterpart.validate;

/** Reads the text of one field, which is not blank. */
@FunctionalInterface
interface TextReader {
    /** What is answered for a text that cannot be read. */
    Object UNREADABLE = new Object();

    /** The value, or {@link #UNREADABLE}. */
    Object read(String text);
}

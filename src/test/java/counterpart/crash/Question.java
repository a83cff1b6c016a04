package counterpart.crash;

/** A question to a store; each row of its answer is a line of the {@link Picture}. */
record Question(String name, String sql) {}

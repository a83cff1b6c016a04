package counterpart.model;

/** One feed of one partner, written {@code lakeshore/eligibility}. */
public record FeedId(PartnerId partner, FeedName name) implements Comparable<FeedId> {
    /** @throws IllegalArgumentException when the text is not {@code partner/feed} */
    public static FeedId of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("a feed is written partner/feed, not '" + text + "'");
        }
        return new FeedId(new PartnerId(text.substring(0, slash)), new FeedName(text.substring(slash + 1)));
    }

    @Override
    public int compareTo(FeedId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return partner + "/" + name;
    }
}

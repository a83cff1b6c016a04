package counterpart.receive.jdbc;

import counterpart.model.FeedId;
import java.time.LocalDate;

/** One run of collect: the keys of its job instance. */
public record Poll(FeedId feed, LocalDate businessDate, String number) {}

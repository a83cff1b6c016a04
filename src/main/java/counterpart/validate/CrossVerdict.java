package counterpart.validate;

import counterpart.finding.RuleCode;
import counterpart.model.BookTable;

/** A row that a check across rows or files rejects after it was read. */
public record CrossVerdict(BookTable table, long rowNumber, RuleCode rule) {}

-- One row: fills by outcome. Timing is a part of the one-sided; it, and a reversal that waits, end by their age alone
-- after the last day given.
select
    count(*) as fills,
    count(*) filter (where outcome = 'MATCHED') as matched,
    count(*) filter (where outcome = 'ONLY_LEFT') as only_left,
    count(*) filter (where outcome = 'ONLY_RIGHT') as only_right,
    count(*) filter (where outcome = 'DIFFERENT') as different,
    count(*) filter (where outcome = 'DUPLICATE') as duplicate,
    count(*) filter (where outcome in ('ONLY_LEFT', 'ONLY_RIGHT') and is_timing) as timing,
    least(
        min(adjudicated_date) filter (where outcome in ('ONLY_LEFT', 'ONLY_RIGHT') and is_timing)
            + cast(:timing_days as integer),
        min(waiting_since) filter (where date_diff('day', waiting_since, cast(:as_of as date)) <= :carry_days)
            + cast(:carry_days as integer)
    ) as hold_until
from compared_fill

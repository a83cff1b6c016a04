-- One row: claim families by outcome. Timing is a part of the one-sided; it ends by its age alone after the last day given.
select
    count(*) as families,
    count(*) filter (where outcome = 'MATCHED') as matched,
    count(*) filter (where outcome = 'ONLY_LEFT') as only_left,
    count(*) filter (where outcome = 'ONLY_RIGHT') as only_right,
    count(*) filter (where outcome = 'DIFFERENT') as different,
    count(*) filter (where outcome = 'DUPLICATE') as duplicate,
    count(*) filter (where outcome in ('ONLY_LEFT', 'ONLY_RIGHT') and is_timing) as timing,
    min(adjudicated_date) filter (where outcome in ('ONLY_LEFT', 'ONLY_RIGHT') and is_timing)
        + cast(:timing_days as integer) as hold_until
from compared_claim

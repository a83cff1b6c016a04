-- One row: fills by outcome. Timing is a part of the one-sided.
select
    count(*) as fills,
    count(*) filter (where outcome = 'MATCHED') as matched,
    count(*) filter (where outcome = 'ONLY_LEFT') as only_left,
    count(*) filter (where outcome = 'ONLY_RIGHT') as only_right,
    count(*) filter (where outcome = 'DIFFERENT') as different,
    count(*) filter (where outcome = 'DUPLICATE') as duplicate,
    count(*) filter (where outcome in ('ONLY_LEFT', 'ONLY_RIGHT') and is_timing) as timing
from compared_fill

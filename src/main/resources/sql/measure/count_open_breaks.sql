-- One row a reconciliation and category of the partnership's open breaks, the most first.
select
    reconciliation,
    category,
    count(*) as breaks,
    count(*) filter (where cause like 'REJECTED:%' and left_value is null) as rejected_left,
    count(*) filter (where cause like 'REJECTED:%' and left_value is not null) as rejected_right
from break_ledger
where partnership_id = :partnership and status = 'OPEN'
group by reconciliation, category
order by reconciliation, breaks desc, category

-- One row a side: its transactions by what netting made of them, and its plan paid before and after.
select
    side,
    count(*) filter (where transaction_code = 'B1') as billings,
    count(*) filter (where transaction_code = 'B2') as reversals,
    count(*) filter (where transaction_code = 'B2' and role = 'NETTED') as netted,
    count(*) filter (where is_across) as netted_across_files,
    count(*) filter (where role = 'WAITING') as waiting,
    count(*) filter (where role = 'TWICE') as twice,
    count(*) filter (where role = 'REPEATED') as repeated,
    count(*) filter (where role = 'STANDING') as scripts,
    cast(coalesce(sum(plan_paid_cents) filter (where transaction_code = 'B1'), 0) as bigint) as billed_cents,
    cast(coalesce(sum(plan_paid_cents), 0) as bigint) as paid_cents
from rx_transaction
group by side

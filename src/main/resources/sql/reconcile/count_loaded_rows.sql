-- One row a load that counts: rows in the books, and the plan paid of its claims.
with loaded as (
    select load_id, count(*) as loaded_rows, 0 as paid_cents
    from coverage_span
    where feed_id in (:feeds)
    group by load_id
    union all
    select load_id, count(*), sum(paid_cents) from medical_claim where feed_id in (:feeds) group by load_id
    union all
    select load_id, count(*), 0 from claim_line where feed_id in (:feeds) group by load_id
    union all
    select load_id, count(*), sum(plan_paid_cents) from pharmacy_claim where feed_id in (:feeds) group by load_id
)
select load_id, cast(sum(loaded_rows) as bigint) as loaded_rows, cast(sum(paid_cents) as bigint) as paid_cents
from loaded
group by load_id

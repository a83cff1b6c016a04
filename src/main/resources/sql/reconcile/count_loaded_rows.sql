-- One row a load that counts: rows of the file that reached the books, and the plan paid of its claims. A row of a file
-- may make several rows of the books.
with loaded as (
    select load_id, row_number, 0 as paid_cents from coverage_span where feed_id in (:feeds)
    union all
    select load_id, row_number, paid_cents from medical_claim where feed_id in (:feeds)
    union all
    select load_id, row_number, 0 from claim_line where feed_id in (:feeds)
    union all
    select load_id, row_number, plan_paid_cents from pharmacy_claim where feed_id in (:feeds)
)
select
    load_id,
    count(distinct row_number) as loaded_rows,
    cast(sum(paid_cents) as bigint) as paid_cents
from loaded
group by load_id

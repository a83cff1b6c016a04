-- One row: members with a retroactive termination, those for whom more was paid after it than taken back, the dollars,
-- and the earliest last covered day.
with member as (
    select member_id, min(last_day) as last_day, sum(paid_cents) as paid_cents
    from paid_after_term
    group by member_id
)
select
    count(*) as terminations,
    count(*) filter (where paid_cents > 0) as with_claims,
    cast(coalesce(sum(paid_cents) filter (where paid_cents > 0), 0) as bigint) as paid_cents,
    min(last_day) as oldest
from member

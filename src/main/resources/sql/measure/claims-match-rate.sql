-- One row a month of first adjudication: claims of either ledger without an open break over all but those in TIMING.
with claim as (
    select claim_id, strftime(min(adjudicated_date), '%Y-%m') as month
    from medical_claim
    where feed_id in (:ledger_feeds)
    group by claim_id
),
open_break as (
    select entity_key as claim_id, bool_and(category = 'TIMING') as is_timing
    from break_ledger
    where partnership_id = :partnership and reconciliation = 'R5' and status = 'OPEN'
    group by entity_key
),
judged as (
    select claim.month, open_break.claim_id is null as is_matched
    from claim
    left join open_break on open_break.claim_id = claim.claim_id
    where not coalesce(open_break.is_timing, false)
        and exists (select 1 from active_run where kind = 'reconcile' and key = :partnership)
)
select
    report_month.month,
    count(*) filter (where judged.is_matched) as numerator,
    count(judged.month) as denominator
from report_month
left join judged on judged.month = report_month.month
group by report_month.month

-- One row a month of first adjudication: fills of either ledger without an open break over all but those in TIMING. A
-- fill is known as the netting knows it; a reversal without a billing is one only while it waits or is an orphan.
with entry as (
    select
        concat_ws(
            '/', pharmacy_id, prescription_number, coalesce(cast(fill_number as varchar), '-'),
            cast(service_date as varchar)) as fill_key,
        transaction_code,
        adjudicated_date
    from pharmacy_claim
    where feed_id in (:pharmacy_ledger_feeds) and transaction_status <> 'R'
),
fill as (
    select
        fill_key,
        strftime(min(adjudicated_date), '%Y-%m') as month,
        bool_or(transaction_code = 'B1') as is_billed
    from entry
    group by fill_key
),
open_break as (
    select entity_key as fill_key, bool_and(category = 'TIMING') as is_timing
    from break_ledger
    where partnership_id = :partnership and reconciliation = 'R6' and status = 'OPEN'
    group by entity_key
),
judged as (
    select fill.month, open_break.fill_key is null as is_matched
    from fill
    left join open_break on open_break.fill_key = fill.fill_key
    where (fill.is_billed or open_break.fill_key is not null)
        and not coalesce(open_break.is_timing, false)
        and exists (select 1 from active_run where kind = 'reconcile' and key = :partnership)
)
select
    report_month.month,
    count(*) filter (where judged.is_matched) as numerator,
    count(judged.month) as denominator
from report_month
left join judged on judged.month = report_month.month
group by report_month.month

-- One row a prescription transaction of either ledger: the fill that it belongs to, and what netting makes of it.
-- NETTED: a billing and the reversal that takes it back. STANDING: a billing that nothing took back. REPEATED: a further
-- billing of a fill that stands. TWICE: a further reversal of a billing. WAITING: a reversal of a fill that has no billing.
-- A reversal pairs by the claim id that it names, else by pharmacy, prescription, fill and day of service, the first with
-- the first; one without fill number by the other three. The order in which the files brought them does not matter.
create or replace temp table rx_transaction as
with entry as (
    select
        case feed_id when :left_feed then 'LEFT' else 'RIGHT' end as side,
        claim_id,
        transaction_code,
        coalesce(original_claim_id, claim_id) as named_id,
        fill_number,
        concat_ws(
            '/', pharmacy_id, prescription_number, coalesce(cast(fill_number as varchar), '-'),
            cast(service_date as varchar)) as fill_key,
        concat_ws('/', pharmacy_id, prescription_number, cast(service_date as varchar)) as day_key,
        strftime(service_date, '%Y-%m') as service_month,
        adjudicated_date,
        plan_paid_cents,
        load_id,
        row_number() over (
            partition by feed_id, claim_id, transaction_code order by adjudicated_date, load_id, row_number
        ) as copy
    from pharmacy_claim
    where feed_id in (:left_feed, :right_feed) and transaction_status <> 'R'
),
bill as (
    select side, claim_id, fill_key, day_key, adjudicated_date, load_id
    from entry
    where transaction_code = 'B1' and copy = 1
),
reversal as (
    select side, claim_id, named_id, fill_number, fill_key, day_key, adjudicated_date, load_id
    from entry
    where transaction_code = 'B2' and copy = 1
),
named_pair as (
    select
        reversal.side,
        reversal.claim_id as reversal_id,
        bill.claim_id as bill_id,
        bill.fill_key,
        bill.load_id <> reversal.load_id as is_across,
        row_number() over (
            partition by bill.side, bill.claim_id order by reversal.adjudicated_date, reversal.claim_id
        ) as turn
    from reversal
    join bill on bill.side = reversal.side and bill.claim_id = reversal.named_id
),
first_fill_of_day as (
    select side, day_key, min(fill_key) as fill_key
    from bill
    group by side, day_key
),
nameless as (
    select
        reversal.side,
        reversal.claim_id,
        coalesce(first_fill_of_day.fill_key, reversal.fill_key) as fill_key,
        reversal.load_id,
        row_number() over (
            partition by reversal.side, coalesce(first_fill_of_day.fill_key, reversal.fill_key)
            order by reversal.adjudicated_date, reversal.claim_id
        ) as turn
    from reversal
    left join first_fill_of_day
        on reversal.fill_number is null
        and first_fill_of_day.side = reversal.side
        and first_fill_of_day.day_key = reversal.day_key
    anti join named_pair on named_pair.side = reversal.side and named_pair.reversal_id = reversal.claim_id
),
open_bill as (
    select
        side,
        claim_id,
        fill_key,
        load_id,
        row_number() over (partition by side, fill_key order by adjudicated_date, claim_id) as turn
    from bill
    anti join named_pair
        on named_pair.side = bill.side and named_pair.bill_id = bill.claim_id
),
billed_fill as (
    select side, fill_key, count(*) as bills from bill group by side, fill_key
),
taken_back as (
    select side, fill_key, count(*) as reversals from nameless group by side, fill_key
),
placed as (
    select side, 'B2' as transaction_code, reversal_id as claim_id, fill_key,
        case turn when 1 then 'NETTED' else 'TWICE' end as role,
        turn = 1 and is_across as is_across
    from named_pair
    union all
    select nameless.side, 'B2', nameless.claim_id, nameless.fill_key,
        case
            when open_bill.claim_id is not null then 'NETTED'
            when billed_fill.bills > 0 then 'TWICE'
            else 'WAITING'
        end,
        coalesce(open_bill.load_id <> nameless.load_id, false)
    from nameless
    left join open_bill
        on open_bill.side = nameless.side
        and open_bill.fill_key = nameless.fill_key
        and open_bill.turn = nameless.turn
    left join billed_fill on billed_fill.side = nameless.side and billed_fill.fill_key = nameless.fill_key
    union all
    select side, 'B1', bill_id, fill_key, 'NETTED', false
    from named_pair
    where turn = 1
    union all
    select open_bill.side, 'B1', open_bill.claim_id, open_bill.fill_key,
        case
            when open_bill.turn <= coalesce(taken_back.reversals, 0) then 'NETTED'
            when open_bill.turn = coalesce(taken_back.reversals, 0) + 1 then 'STANDING'
            else 'REPEATED'
        end,
        false
    from open_bill
    left join taken_back on taken_back.side = open_bill.side and taken_back.fill_key = open_bill.fill_key
)
select
    entry.side,
    entry.claim_id,
    entry.transaction_code,
    placed.fill_key,
    entry.service_month,
    entry.adjudicated_date,
    entry.plan_paid_cents,
    case
        when entry.copy = 1 then placed.role
        when entry.transaction_code = 'B1' then 'REPEATED'
        else 'TWICE'
    end as role,
    entry.copy = 1 and placed.is_across as is_across,
    entry.adjudicated_date <= cast(:common_cut_off as date) as is_common
from entry
join placed
    on placed.side = entry.side
    and placed.transaction_code = entry.transaction_code
    and placed.claim_id = entry.claim_id

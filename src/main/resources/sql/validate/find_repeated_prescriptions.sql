-- P-308. One row a prescription transaction that repeats what stands: a second reversal of one billing, or a second
-- billing of one fill with no reversal between. A reversal that names neither billing nor fill takes back the last fill of
-- its prescription and day that was billed before it.
with nameless as (
    select t.row_number, arg_max(b.fill_number, (b.adjudicated_date, b.row_number)) as fill_number
    from staged_pharmacy_claim t
    join staged_pharmacy_claim b
        on b.transaction_code = 'B1'
        and b.pharmacy_id = t.pharmacy_id
        and b.prescription_number = t.prescription_number
        and b.service_date = t.service_date
        and (b.adjudicated_date < t.adjudicated_date
            or (b.adjudicated_date = t.adjudicated_date and b.row_number < t.row_number))
    where t.transaction_code = 'B2' and t.original_claim_id is null and t.fill_number is null
    group by t.row_number
),
transactions as (
    select
        t.row_number,
        t.claim_id,
        t.transaction_code,
        t.original_claim_id,
        t.adjudicated_date,
        coalesce(b.pharmacy_id, t.pharmacy_id) as pharmacy_id,
        coalesce(b.prescription_number, t.prescription_number) as prescription_number,
        coalesce(b.fill_number, t.fill_number, n.fill_number, -1) as fill_number,
        coalesce(b.service_date, t.service_date) as service_date
    from staged_pharmacy_claim t
    left join (
        select claim_id, pharmacy_id, prescription_number, fill_number, service_date
        from staged_pharmacy_claim
        where transaction_code = 'B1'
        qualify row_number() over (partition by claim_id order by staged_pharmacy_claim.row_number) = 1
    ) b on t.transaction_code = 'B2' and b.claim_id = t.original_claim_id
    left join nameless n on n.row_number = t.row_number
),
in_order as (
    select
        row_number,
        claim_id,
        transaction_code,
        original_claim_id,
        sum(case transaction_code when 'B1' then 1 else -1 end) over fills as standing,
        count(*) filter (transaction_code = 'B1') over whole_fills as billings,
        count(*) filter (transaction_code = 'B2') over fills as reversals_so_far
    from transactions
    window
        fills as (
            partition by pharmacy_id, prescription_number, fill_number, service_date
            order by adjudicated_date, row_number
            rows unbounded preceding
        ),
        whole_fills as (partition by pharmacy_id, prescription_number, fill_number, service_date)
),
-- On its own rows only: among all, the billings would be one group of everything that names no original.
later_reversals as (
    select row_number
    from transactions
    where transaction_code = 'B2' and original_claim_id is not null
    qualify row_number() over (partition by original_claim_id order by adjudicated_date, transactions.row_number) > 1
)
select
    'pharmacy_claim' as table_name,
    row_number,
    case transaction_code when 'B1' then 'prescription_number' else 'original_claim_id' end as field,
    claim_id as record_key,
    null::bigint as against_row
from in_order
where (transaction_code = 'B1' and standing > 1)
    or row_number in (select row_number from later_reversals)
    or (
        transaction_code = 'B2'
        and original_claim_id is null
        and reversals_so_far > greatest(billings, 1)
    )
order by row_number

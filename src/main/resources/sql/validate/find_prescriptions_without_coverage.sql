-- P-314. One row a prescription whose member has no pharmacy coverage on the service date.
select
    'pharmacy_claim' as table_name,
    p.row_number,
    'service_date' as field,
    p.claim_id as record_key,
    null::bigint as against_row
from staged_pharmacy_claim p
where not exists (
    select 1
    from current_coverage s
    where s.member_id = p.member_id
        and s.coverage_type = 'RX'
        and s.effective_date <= p.service_date
        and coalesce(s.termination_date, date '9999-12-31') >= p.service_date
)
order by p.row_number

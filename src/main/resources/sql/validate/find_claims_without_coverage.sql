-- M-207. One row a claim of a known member who has no medical coverage on the claim's first day.
select
    'medical_claim' as table_name,
    c.row_number,
    'from_date' as field,
    c.claim_id as record_key,
    null::bigint as against_row
from staged_medical_claim c
where exists (select 1 from current_coverage s where s.member_id = c.member_id)
    and not exists (
        select 1
        from current_coverage s
        where s.member_id = c.member_id
            and s.coverage_type = 'MED'
            and s.effective_date <= c.from_date
            and coalesce(s.termination_date, date '9999-12-31') >= c.from_date
    )
order by c.row_number

-- E-117. One row an addition of a span that stands already with the same plan and dates.
select
    'coverage_span' as table_name,
    s.row_number,
    'effective_date' as field,
    s.member_id as record_key,
    null::bigint as against_row
from staged_coverage_span s
where :mode = 'CHG'
    and s.maintenance_type = '021'
    and exists (
        select 1
        from current_coverage c
        where c.member_id = s.member_id
            and c.coverage_type = s.coverage_type
            and c.plan_code = s.plan_code
            and c.effective_date = s.effective_date
            and c.termination_date is not distinct from s.termination_date
    )
order by s.row_number

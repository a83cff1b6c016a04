-- E-116. One row a change row about a member of whom nothing is known, neither before nor earlier in the file.
select
    'coverage_span' as table_name,
    s.row_number,
    'member_id' as field,
    s.member_id as record_key,
    null::bigint as against_row
from staged_coverage_span s
where :mode = 'CHG'
    and s.maintenance_type in ('001', '002', '024', '025')
    and not exists (select 1 from current_coverage c where c.member_id = s.member_id)
    and not exists (
        select 1
        from staged_coverage_span e
        where e.member_id = s.member_id and e.row_number < s.row_number and e.maintenance_type = '021'
    )
order by s.row_number

-- E-111. One row a span that begins 2 to 32 days after the end of the one before it, so that 1 to 31 days are left out.
with standing as (
    select
        s.row_number,
        s.member_id,
        s.effective_date,
        max(coalesce(s.termination_date, date '9999-12-31')) over (
            partition by s.member_id, s.coverage_type, s.plan_code
            order by s.effective_date, s.row_number
            rows between unbounded preceding and 1 preceding
        ) as covered_until
    from staged_coverage_span s
    where (s.termination_date is null or s.termination_date >= s.effective_date)
        and not exists (
            select 1 from rejected_row v where v.table_name = 'coverage_span' and v.row_number = s.row_number
        )
)
select
    'coverage_span' as table_name,
    row_number,
    'effective_date' as field,
    member_id as record_key,
    null::bigint as against_row
from standing
where effective_date - covered_until between 2 and 32
order by row_number

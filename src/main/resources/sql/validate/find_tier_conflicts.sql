-- E-120. One row a subscriber's span whose tier leaves out a spouse or child who is covered on one of its days. Nothing
-- is said of dependants who are missing, because a missing row may have been rejected.
with standing as (
    select
        s.row_number,
        s.member_id,
        s.subscriber_id,
        s.relationship,
        s.coverage_type,
        s.coverage_tier,
        s.effective_date,
        coalesce(s.termination_date, date '9999-12-31') as last_day
    from staged_coverage_span s
    where (s.termination_date is null or s.termination_date >= s.effective_date)
        and not exists (
            select 1 from rejected_row v where v.table_name = 'coverage_span' and v.row_number = s.row_number
        )
)
select distinct
    'coverage_span' as table_name,
    s.row_number,
    'coverage_tier' as field,
    s.member_id as record_key,
    null::bigint as against_row
from standing s
join standing d
    on d.subscriber_id = s.subscriber_id
    and d.coverage_type = s.coverage_type
    and d.effective_date <= s.last_day
    and s.effective_date <= d.last_day
where s.relationship = 'SELF'
    and (
        (s.coverage_tier = 'EE' and d.relationship in ('SPOUSE', 'CHILD'))
        or (s.coverage_tier = 'ES' and d.relationship = 'CHILD')
        or (s.coverage_tier = 'EC' and d.relationship = 'SPOUSE')
    )
order by s.row_number

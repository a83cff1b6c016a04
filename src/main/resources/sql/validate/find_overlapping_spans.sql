-- E-110. One row a pair of spans of one member and coverage type that share a day; the later row is told against the
-- earlier. Spans that end before they begin were never effective and overlap nothing. In a file of changes two rows about
-- the same effective date are two changes of one span.
with effective as (
    select
        row_number,
        member_id,
        coverage_type,
        effective_date,
        coalesce(termination_date, date '9999-12-31') as last_day
    from staged_coverage_span
    where termination_date is null or termination_date >= effective_date
)
select
    'coverage_span' as table_name,
    later.row_number,
    'effective_date' as field,
    later.member_id as record_key,
    earlier.row_number as against_row
from effective later
join effective earlier
    on earlier.member_id = later.member_id
    and earlier.coverage_type = later.coverage_type
    and earlier.row_number < later.row_number
    and earlier.effective_date <= later.last_day
    and later.effective_date <= earlier.last_day
where :mode <> 'CHG' or earlier.effective_date <> later.effective_date
order by later.row_number, earlier.row_number

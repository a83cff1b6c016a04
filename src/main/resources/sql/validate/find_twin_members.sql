-- E-112. One row a member id whose name, birth date, gender and ZIP code an earlier row has under another id.
with people as (
    select
        lower(last_name) as last_name,
        lower(first_name) as first_name,
        birth_date,
        gender,
        left(zip, 5) as zip,
        member_id,
        min(row_number) as row_number
    from staged_coverage_span s
    where zip is not null
        and not exists (
            select 1 from rejected_row v where v.table_name = 'coverage_span' and v.row_number = s.row_number
        )
    group by all
),
with_first as (
    select
        row_number,
        member_id,
        min(row_number) over (partition by last_name, first_name, birth_date, gender, zip) as first_row
    from people
)
select
    'coverage_span' as table_name,
    row_number,
    'member_id' as field,
    member_id as record_key,
    first_row as against_row
from with_first
where row_number > first_row
order by row_number

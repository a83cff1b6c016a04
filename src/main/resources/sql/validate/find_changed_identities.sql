-- E-113. One row a member id whose birth date differs from that of an earlier row, or from the one in the books.
with standing as (
    select s.row_number, s.member_id, s.birth_date
    from staged_coverage_span s
    where not exists (
        select 1 from rejected_row v where v.table_name = 'coverage_span' and v.row_number = s.row_number
    )
),
firsts as (
    select member_id, min(row_number) as first_row, arg_min(birth_date, row_number) as birth_date
    from standing
    group by member_id
),
known as (
    select member_id, min(birth_date) as birth_date
    from current_coverage
    group by member_id
    having min(birth_date) = max(birth_date)
),
differing as (
    select s.row_number, s.member_id, f.first_row as against_row
    from standing s
    join firsts f on f.member_id = s.member_id
    where s.birth_date <> f.birth_date
    union all
    select f.first_row, f.member_id, null
    from firsts f
    join known k on k.member_id = f.member_id
    where k.birth_date <> f.birth_date
)
select
    'coverage_span' as table_name,
    min(row_number) as row_number,
    'birth_date' as field,
    member_id as record_key,
    arg_min(against_row, row_number) as against_row
from differing
group by member_id
order by row_number

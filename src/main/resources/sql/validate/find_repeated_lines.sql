-- M-201. One row a claim line whose claim id, version and line number came earlier in the same file.
with standing as (
    select l.claim_id, l.claim_version, l.line_number, l.row_number
    from staged_claim_line l
    where not exists (
        select 1 from rejected_row v where v.table_name = 'claim_line' and v.row_number = l.row_number
    )
),
repeated as (
    select claim_id, claim_version, line_number, min(row_number) as first_row
    from standing
    group by claim_id, claim_version, line_number
    having count(*) > 1
)
select
    'claim_line' as table_name,
    l.row_number,
    'line_number' as field,
    l.claim_id as record_key,
    r.first_row as against_row
from standing l
join repeated r
    on r.claim_id = l.claim_id and r.claim_version = l.claim_version and r.line_number = l.line_number
where l.row_number > r.first_row
order by l.row_number

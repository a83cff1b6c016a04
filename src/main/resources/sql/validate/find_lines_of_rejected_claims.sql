-- M-201, derived. One row a claim line that stands behind a header rejected as a repetition.
with rejected as (
    select c.claim_id, c.claim_version, c.row_number
    from staged_medical_claim c
    join rejected_row v on v.table_name = 'medical_claim' and v.row_number = c.row_number
),
headers_of_same_key as (
    select
        c.claim_id,
        c.claim_version,
        c.row_number,
        lead(c.row_number) over (partition by c.claim_id, c.claim_version order by c.row_number) as next_header
    from staged_medical_claim c
    where exists (
        select 1 from rejected r where r.claim_id = c.claim_id and r.claim_version = c.claim_version
    )
)
select
    'claim_line' as table_name,
    l.row_number,
    'claim_id' as field,
    l.claim_id as record_key,
    null::bigint as against_row
from staged_claim_line l
join headers_of_same_key h
    on h.claim_id = l.claim_id
    and h.claim_version = l.claim_version
    and l.row_number >= h.row_number
    and (h.next_header is null or l.row_number < h.next_header)
join rejected r on r.row_number = h.row_number
order by l.row_number

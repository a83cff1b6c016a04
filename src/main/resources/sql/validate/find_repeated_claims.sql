-- M-201. One row a claim header whose claim id and version came earlier in the same file.
with repeated as (
    select claim_id, claim_version, min(row_number) as first_row
    from staged_medical_claim
    group by claim_id, claim_version
    having count(*) > 1
)
select
    'medical_claim' as table_name,
    c.row_number,
    'claim_id' as field,
    c.claim_id as record_key,
    r.first_row as against_row
from staged_medical_claim c
join repeated r on r.claim_id = c.claim_id and r.claim_version = c.claim_version
where c.row_number > r.first_row
order by c.row_number

-- M-210. One row a claim whose principal diagnosis belongs to the other gender than the member's: pregnancy and
-- childbirth (O00 to O9A), female organs (N70 to N98) or male organs (N40 to N53, C60 to C63).
with people as (
    select member_id, min(gender) as gender
    from current_coverage
    group by member_id
    having min(gender) = max(gender)
)
select
    'medical_claim' as table_name,
    c.row_number,
    'principal_diagnosis' as field,
    c.claim_id as record_key,
    null::bigint as against_row
from staged_medical_claim c
join people p on p.member_id = c.member_id
where c.adjustment_type <> 'REVERSAL'
    and (
        (
            p.gender = 'M'
            and (left(c.principal_diagnosis, 1) = 'O' or left(c.principal_diagnosis, 3) between 'N70' and 'N98')
        )
        or (
            p.gender = 'F'
            and (
                left(c.principal_diagnosis, 3) between 'N40' and 'N53'
                or left(c.principal_diagnosis, 3) between 'C60' and 'C63'
            )
        )
    )
order by c.row_number

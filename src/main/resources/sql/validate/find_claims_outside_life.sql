-- M-205. One row a claim whose first day lies before the member's birth or after the member's death.
with lives as (
    select member_id, min(birth_date) as born, max(death_date) as died
    from current_coverage
    group by member_id
)
select
    'medical_claim' as table_name,
    c.row_number,
    'from_date' as field,
    c.claim_id as record_key,
    null::bigint as against_row
from staged_medical_claim c
join lives on lives.member_id = c.member_id
where c.adjustment_type <> 'REVERSAL' and (c.from_date < lives.born or c.from_date > lives.died)
order by c.row_number

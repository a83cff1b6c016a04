-- M-206. One row a claim whose member has no coverage of any kind in the partner's newest eligibility.
select
    'medical_claim' as table_name,
    c.row_number,
    'member_id' as field,
    c.claim_id as record_key,
    null::bigint as against_row
from staged_medical_claim c
where not exists (select 1 from current_coverage s where s.member_id = c.member_id)
order by c.row_number

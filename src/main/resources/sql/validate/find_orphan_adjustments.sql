-- M-226. One row a reversal or adjustment of a claim of which no earlier version is known, neither in the file, rejected
-- rows included, nor in the books. History may begin in the middle of a chain.
with earlier as (
    select claim_id, claim_version
    from staged_medical_claim
    union all
    select claim_id, claim_version
    from medical_claim
    where partner_id = :partner
)
select
    'medical_claim' as table_name,
    s.row_number,
    'original_claim_id' as field,
    s.claim_id as record_key,
    null::bigint as against_row
from staged_medical_claim s
where :mode <> 'HIST'
    and s.adjustment_type <> 'ORIGINAL'
    and not exists (
        select 1
        from earlier e
        where e.claim_id = coalesce(s.original_claim_id, s.claim_id)
            and (e.claim_id <> s.claim_id or e.claim_version < s.claim_version)
    )
    and not exists (select 1 from rejected_text t where t.text = coalesce(s.original_claim_id, s.claim_id))
order by s.row_number

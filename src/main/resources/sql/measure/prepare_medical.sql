-- One row a version of a medical claim. A version, or an original, that came in two files counts once: the first one.
create or replace temp table medical_version as
select
    load_id,
    claim_id,
    claim_version,
    claim_status,
    claim_type,
    member_id,
    bill_type,
    drg,
    principal_diagnosis,
    from_date,
    thru_date,
    admit_date,
    discharge_date,
    discharge_status,
    received_date,
    adjudicated_date,
    coalesce(allowed_cents, 0) as allowed_cents,
    paid_cents,
    coalesce(deductible_cents, 0) + coalesce(copay_cents, 0) + coalesce(coinsurance_cents, 0) as member_cents,
    coalesce(clean_claim, false) as clean_claim,
    adjustment_reasons
from medical_claim
where feed_id = :medical_feed
qualify row_number() over (
    partition by claim_id, case adjustment_type when 'ORIGINAL' then -1 else claim_version end
    order by claim_version, adjudicated_date, load_id, row_number
) = 1

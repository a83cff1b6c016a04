-- One row a medical claim whose last version stands, neither denied nor reversed: that version.
create or replace temp table medical_final as
with last_version as (
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
        min(adjudicated_date) over (partition by claim_id) as first_adjudicated
    from medical_version
    qualify row_number() over (partition by claim_id order by claim_version desc) = 1
)
select
    load_id,
    claim_id,
    claim_version,
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
    first_adjudicated
from last_version
where claim_status not in ('DENIED', 'REVERSED')

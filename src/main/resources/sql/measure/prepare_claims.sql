-- One row a medical claim: the month in which its service began and the net of all its versions.
create or replace temp table medical_net as
select
    claim_id,
    strftime(arg_max(from_date, claim_version), '%Y-%m') as month,
    arg_max(member_id, claim_version) as member_id,
    arg_max(claim_status, claim_version) = 'DENIED' as is_denied,
    sum(allowed_cents) as allowed_cents,
    sum(paid_cents) as paid_cents,
    sum(member_cents) as member_cents
from medical_version
group by claim_id

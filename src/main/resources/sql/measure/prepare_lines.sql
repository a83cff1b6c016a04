-- One row a line of a claim's first adjudication, with the month of that and what decided it. Reasons of the member's own
-- share (group PR) do not deny anything.
create or replace temp table decided_line as
select
    medical_version.claim_id,
    strftime(medical_version.adjudicated_date, '%Y-%m') as month,
    claim_line.line_number,
    claim_line.line_status = 'DENIED' as is_denied,
    list_distinct(regexp_extract_all(
        coalesce(claim_line.adjustment_reasons, ''), '(?:CO|OA|PI|CR):([0-9A-Z]+):', 1)) as reasons,
    list_contains(reasons, '97') and claim_line.paid_cents = 0 as is_bundled,
    claim_line.line_status = 'DENIED'
        and list_contains(reasons, '18')
        and list_has_all(['18', '45'], reasons) as is_duplicate
from medical_version
join claim_line
    on claim_line.load_id = medical_version.load_id
    and claim_line.claim_id = medical_version.claim_id
    and claim_line.claim_version = medical_version.claim_version
where medical_version.claim_version = 0
    and claim_line.feed_id = :medical_feed
    -- A total line repeats the others.
    and claim_line.revenue_code is distinct from '0001'

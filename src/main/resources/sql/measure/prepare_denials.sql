-- One row a claim by the month of its first adjudication, with whether it was denied in whole, and for which reason.
create or replace temp table decided_claim as
with first_version as (
    select
        claim_id,
        claim_status,
        adjudicated_date,
        paid_cents,
        list_distinct(regexp_extract_all(
            coalesce(adjustment_reasons, ''), '(?:CO|OA|PI|CR):([0-9A-Z]+):', 1)) as reasons
    from medical_version
    where claim_version = 0
),
by_lines as (
    select
        claim_id,
        bool_and(is_denied) as all_denied,
        bool_and(is_duplicate) as all_duplicate,
        first(list_filter(reasons, lambda reason: reason <> '45')[1] order by line_number) as reason
    from decided_line
    where not is_bundled
    group by claim_id
)
select
    strftime(first_version.adjudicated_date, '%Y-%m') as month,
    first_version.paid_cents = 0
        and coalesce(by_lines.all_denied, first_version.claim_status = 'DENIED') as is_denied,
    coalesce(
        by_lines.all_duplicate,
        first_version.claim_status = 'DENIED'
            and list_contains(first_version.reasons, '18')
            and list_has_all(['18', '45'], first_version.reasons)) as is_duplicate,
    coalesce(by_lines.reason, list_filter(first_version.reasons, lambda reason: reason <> '45')[1], 'none') as reason
from first_version
left join by_lines on by_lines.claim_id = first_version.claim_id

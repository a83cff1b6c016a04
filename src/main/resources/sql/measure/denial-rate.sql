-- One row a month of first adjudication: claims denied in whole over all claims, less those denied only as duplicates.
with first_version as (
    select load_id, claim_id, claim_status, adjudicated_date, paid_cents, adjustment_reasons
    from medical_version
    where claim_version = 0
),
line as (
    select
        claim_line.load_id,
        claim_line.claim_id,
        claim_line.line_status = 'DENIED' as is_denied,
        list_distinct(regexp_extract_all(
            coalesce(claim_line.adjustment_reasons, ''), '(?:CO|OA|PI|CR):([0-9A-Z]+):', 1)) as reasons,
        list_contains(reasons, '97') and claim_line.paid_cents = 0 as is_bundled
    from claim_line
    where claim_line.feed_id = :medical_feed and claim_line.claim_version = 0
),
decided as (
    select
        load_id,
        claim_id,
        bool_and(is_denied) as all_denied,
        bool_and(is_denied and list_contains(reasons, '18') and list_has_all(['18', '45'], reasons)) as all_duplicate
    from line
    where not is_bundled
    group by load_id, claim_id
),
claim as (
    select
        strftime(first_version.adjudicated_date, '%Y-%m') as month,
        first_version.paid_cents = 0
            and coalesce(decided.all_denied, first_version.claim_status = 'DENIED') as is_denied,
        coalesce(
            decided.all_duplicate,
            first_version.claim_status = 'DENIED' and list_has_all(['18', '45'], header.reasons)
                and list_contains(header.reasons, '18')) as is_duplicate
    from first_version
    left join decided
        on decided.load_id = first_version.load_id
        and decided.claim_id = first_version.claim_id,
    lateral (
        select list_distinct(regexp_extract_all(
            coalesce(first_version.adjustment_reasons, ''), '(?:CO|OA|PI|CR):([0-9A-Z]+):', 1)) as reasons
    ) as header
)
select
    report_month.month,
    count(*) filter (where claim.is_denied) as numerator,
    count(claim.month) as denominator
from report_month
left join claim
    on claim.month = report_month.month
    and not (claim.is_denied and claim.is_duplicate)
group by report_month.month

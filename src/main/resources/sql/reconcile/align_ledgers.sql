-- One row a side and claim family (all versions of a claim): its net and its last status, once over everything and once
-- up to the day to which both ledgers reach. A version, or an original, that came again in another file is surplus: it
-- is counted and left out of the sums.
create or replace temp table aligned_claim as
with version as (
    select
        case feed_id when :left_feed then 'LEFT' else 'RIGHT' end as side,
        claim_id,
        claim_version,
        claim_status,
        from_date,
        adjudicated_date,
        paid_cents,
        allowed_cents,
        adjudicated_date <= cast(:common_cut_off as date) as is_common,
        row_number() over (
            partition by feed_id, claim_id, case adjustment_type when 'ORIGINAL' then -1 else claim_version end
            order by claim_version, adjudicated_date, load_id, row_number
        ) = 1 as is_first
    from medical_claim
    where feed_id in (:left_feed, :right_feed)
)
select
    side,
    claim_id,
    strftime(arg_max(from_date, claim_version) filter (where is_first), '%Y-%m') as service_month,
    min(adjudicated_date) as first_adjudicated_date,
    count(*) filter (where is_first) as versions,
    count(*) filter (where not is_first) as surplus,
    coalesce(sum(paid_cents) filter (where not is_first), 0) as surplus_paid_cents,
    sum(paid_cents) filter (where is_first) as paid_cents,
    sum(allowed_cents) filter (where is_first) as allowed_cents,
    arg_max(claim_status, claim_version) filter (where is_first) as claim_status,
    bool_or(is_first and is_common) as has_common,
    sum(paid_cents) filter (where is_first and is_common) as common_paid_cents,
    sum(allowed_cents) filter (where is_first and is_common) as common_allowed_cents,
    arg_max(claim_status, claim_version) filter (where is_first and is_common) as common_claim_status
from version
group by side, claim_id

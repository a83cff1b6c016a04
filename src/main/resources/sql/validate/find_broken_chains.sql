-- M-227. One row a reversal of a claim of which no version stands any more. A row states its own claim; a reversal takes
-- back the claim that it names, or its own. A version that came before in another file counts once.
with version as (
    select
        row_number,
        claim_id,
        claim_version,
        adjustment_type,
        adjudicated_date,
        case adjustment_type when 'REVERSAL' then coalesce(original_claim_id, claim_id) else claim_id end as about
    from staged_medical_claim
    union all
    select
        null,
        claim_id,
        claim_version,
        adjustment_type,
        adjudicated_date,
        case adjustment_type when 'REVERSAL' then coalesce(original_claim_id, claim_id) else claim_id end
    from medical_claim
    where partner_id = :partner
        and exists (select 1 from staged_medical_claim where adjustment_type = 'REVERSAL')
),
known as (
    select row_number, claim_id, claim_version, adjustment_type, adjudicated_date, about
    from version
    semi join (
        select coalesce(original_claim_id, claim_id) as about
        from staged_medical_claim
        where adjustment_type = 'REVERSAL'
    ) as reversed using (about)
    qualify row_number() over (
        partition by claim_id, claim_version, adjustment_type
        order by version.row_number nulls first
    ) = 1
),
standing as (
    select
        row_number,
        claim_id,
        adjustment_type,
        sum(case adjustment_type when 'REVERSAL' then -1 else 1 end) over (
            partition by about
            order by claim_version, adjudicated_date, adjustment_type = 'REVERSAL', known.row_number nulls first
            rows unbounded preceding
        ) as versions_left,
        count(*) filter (where adjustment_type <> 'REVERSAL') over (partition by about) as versions
    from known
)
select
    'medical_claim' as table_name,
    row_number,
    'original_claim_id' as field,
    claim_id as record_key,
    null::bigint as against_row
from standing
where row_number is not null and adjustment_type = 'REVERSAL' and versions_left < 0 and versions > 0
order by row_number

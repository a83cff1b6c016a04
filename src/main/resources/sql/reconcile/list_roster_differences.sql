-- One row a member and attribute on which the rosters differ. The member goes by the id that the source of truth gives
-- him; whom the other side alone knows, and a group in which nobody is told apart, by that side and its id. Names are
-- never values. What several kinds of coverage differ in stands in one row.
create or replace temp table difference as
with pair as (
    select
        left_member_id,
        right_member_id,
        case cast(:source_side as varchar) when 'LEFT' then left_member_id else right_member_id end as entity_key,
        left_coverage,
        right_coverage
    from compared_member
    where outcome = 'MATCHED'
),
person as (
    select
        pair.entity_key,
        pair.left_member_id,
        pair.right_member_id,
        l.last_name <> r.last_name as last_name_differs,
        l.first_name <> r.first_name as first_name_differs,
        l.birth_date as left_birth_date,
        r.birth_date as right_birth_date,
        l.gender as left_gender,
        r.gender as right_gender
    from pair
    join roster_person as l on l.side = 'LEFT' and l.member_id = pair.left_member_id
    join roster_person as r on r.side = 'RIGHT' and r.member_id = pair.right_member_id
),
left_standing as (
    select pair.entity_key, s.coverage_type, s.plan_code, s.coverage_tier, s.effective_date, s.last_day, s.standing
    from pair
    join roster_standing as s on s.side = 'LEFT' and s.member_id = pair.left_member_id
),
right_standing as (
    select pair.entity_key, s.coverage_type, s.plan_code, s.coverage_tier, s.effective_date, s.last_day, s.standing
    from pair
    join roster_standing as s on s.side = 'RIGHT' and s.member_id = pair.right_member_id
),
coverage as (
    select
        coalesce(l.entity_key, r.entity_key) as entity_key,
        coalesce(l.coverage_type, r.coverage_type) as coverage_type,
        l.standing as left_standing,
        r.standing as right_standing,
        l.plan_code as left_plan,
        r.plan_code as right_plan,
        l.coverage_tier as left_tier,
        r.coverage_tier as right_tier,
        l.effective_date as left_effective_date,
        r.effective_date as right_effective_date,
        case l.last_day when date '9999-12-31' then 'open' else cast(l.last_day as varchar) end as left_term,
        case r.last_day when date '9999-12-31' then 'open' else cast(r.last_day as varchar) end as right_term,
        l.standing = 'COVERED' and r.standing = 'COVERED' as is_on_both
    from left_standing as l
    full join right_standing as r on r.entity_key = l.entity_key and r.coverage_type = l.coverage_type
    where l.standing = 'COVERED' or r.standing = 'COVERED'
),
of_coverage as (
    select entity_key, coverage_type, 'PLAN' as attribute, left_plan as left_value, right_plan as right_value
    from coverage
    where is_on_both and left_plan <> right_plan
    union all
    select entity_key, coverage_type, 'TIER', left_tier, right_tier
    from coverage
    where is_on_both and left_tier <> right_tier
    union all
    -- Another plan explains another beginning.
    select
        entity_key,
        coverage_type,
        'EFF',
        cast(left_effective_date as varchar),
        cast(right_effective_date as varchar)
    from coverage
    where is_on_both and left_plan = right_plan and left_effective_date <> right_effective_date
        or left_standing = 'FUTURE' or right_standing = 'FUTURE'
    union all
    select entity_key, coverage_type, 'TERM', left_term, right_term
    from coverage
    where is_on_both and left_term <> right_term or left_standing = 'ENDED' or right_standing = 'ENDED'
),
by_attribute as (
    select
        entity_key,
        attribute,
        case attribute when 'PLAN' then 'PLAN_DIFF' when 'TIER' then 'TIER_DIFF' else 'SPAN_DIFF' end as category,
        string_agg(coverage_type || ' ' || left_value, ', ' order by coverage_type) as left_value,
        string_agg(coverage_type || ' ' || right_value, ', ' order by coverage_type) as right_value
    from of_coverage
    group by entity_key, attribute
),
lacking as (
    select distinct entity_key
    from coverage
    where left_standing is null or right_standing is null
),
every_difference as (
    select entity_key, attribute, category, left_value, right_value
    from by_attribute
    union all
    select pair.entity_key, 'COVERAGE', 'COVERAGE_DIFF', coalesce(left_coverage, ''), coalesce(right_coverage, '')
    from pair
    semi join lacking on lacking.entity_key = pair.entity_key
    union all
    select entity_key, 'MEMBER_ID', 'ID_DIFF', left_member_id, right_member_id
    from person
    where left_member_id <> right_member_id
    union all
    select entity_key, 'LAST_NAME', 'DEMOGRAPHIC_DIFF', 'withheld', 'withheld'
    from person
    where last_name_differs
    union all
    select entity_key, 'FIRST_NAME', 'DEMOGRAPHIC_DIFF', 'withheld', 'withheld'
    from person
    where first_name_differs
    union all
    select
        entity_key,
        'BIRTH_DATE',
        'DEMOGRAPHIC_DIFF',
        cast(left_birth_date as varchar),
        cast(right_birth_date as varchar)
    from person
    where left_birth_date <> right_birth_date
    union all
    select entity_key, 'GENDER', 'DEMOGRAPHIC_DIFF', left_gender, right_gender
    from person
    where left_gender in ('F', 'M') and right_gender in ('F', 'M') and left_gender <> right_gender
),
compared_difference as (
    select entity_key, attribute, category, left_value, right_value
    from every_difference
    where attribute in (:compared)
),
unmatched as (
    select
        case
            when outcome = 'ONLY_LEFT' and cast(:source_side as varchar) = 'LEFT' then left_member_id
            when outcome = 'ONLY_RIGHT' and cast(:source_side as varchar) = 'RIGHT' then right_member_id
            else cast(:other_side as varchar) || '/' || coalesce(left_member_id, right_member_id)
        end as entity_key,
        'PRESENCE' as attribute,
        case when (outcome = 'ONLY_LEFT') = (cast(:source_side as varchar) = 'LEFT') then 'MISSING' else 'GHOST' end as category,
        left_coverage as left_value,
        right_coverage as right_value
    from compared_member
    where outcome in ('ONLY_LEFT', 'ONLY_RIGHT')
),
unclear as (
    select
        case outcome when 'AMBIGUOUS' then cast(:source as varchar) || '/' else '' end || case cast(:source_side as varchar) when 'LEFT' then left_member_id else right_member_id end as entity_key,
        'IDENTITY' as attribute,
        outcome as category,
        case outcome when 'AMBIGUOUS' then cast(lefts as varchar) else 'withheld' end as left_value,
        case outcome when 'AMBIGUOUS' then cast(rights as varchar) else 'withheld' end as right_value
    from compared_member
    where outcome in ('AMBIGUOUS', 'IDENTITY_CONFLICT')
),
told as (
    select entity_key, attribute, category, left_value, right_value from compared_difference
    union all
    select entity_key, attribute, category, left_value, right_value from unmatched
    union all
    select entity_key, attribute, category, left_value, right_value from unclear
)
select
    'R2' as reconciliation,
    entity_key,
    attribute,
    category,
    left_value,
    right_value,
    cast(0 as bigint) as impact_cents,
    cast(null as varchar) as cause,
    cast(null as varchar) as service_month
from told

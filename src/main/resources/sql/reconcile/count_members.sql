-- One row: members by outcome. Of the matched, those without any difference.
with differing as (
    select distinct entity_key
    from difference
),
judged as (
    select
        compared_member.outcome,
        differing.entity_key is not null as differs
    from compared_member
    left join differing
        on compared_member.outcome = 'MATCHED'
        and differing.entity_key
            = case cast(:source_side as varchar) when 'LEFT' then left_member_id else right_member_id end
)
select
    count(*) as members,
    count(*) filter (where outcome = 'MATCHED' and not differs) as matched,
    count(*) filter (where outcome = 'ONLY_LEFT') as only_left,
    count(*) filter (where outcome = 'ONLY_RIGHT') as only_right,
    count(*) filter (where outcome = 'MATCHED' and differs) as different,
    count(*) filter (where outcome in ('AMBIGUOUS', 'IDENTITY_CONFLICT')) as unclear
from judged

-- One row a pair, or a member of an ambiguous group, that one rung adds to the match. Only members who are unmatched on
-- both sides stand on the rung. One to one is a hit; more than one candidate on either side is ambiguous, and all of
-- them leave the ladder. A hit with another birth date and another last name is a conflict of identity.
insert into roster_match (rung, outcome, rung_key, left_member_id, right_member_id)
with settled as (
    select 'LEFT' as side, left_member_id as member_id from roster_match where left_member_id is not null
    union all
    select 'RIGHT', right_member_id from roster_match where right_member_id is not null
),
candidate as (
    select roster_key.rung_key, roster_key.side, roster_key.member_id
    from roster_key
    anti join settled on settled.side = roster_key.side and settled.member_id = roster_key.member_id
    where roster_key.rung = :rung
),
met as (
    select
        rung_key,
        count(*) filter (where side = 'LEFT') as lefts,
        count(*) filter (where side = 'RIGHT') as rights,
        min(member_id) filter (where side = 'LEFT') as left_member_id,
        min(member_id) filter (where side = 'RIGHT') as right_member_id
    from candidate
    group by rung_key
    having lefts > 0 and rights > 0
),
hit as (
    select
        met.rung_key,
        met.left_member_id,
        met.right_member_id,
        l.birth_date <> r.birth_date and l.last_name <> r.last_name as is_conflict
    from met
    join roster_person as l on l.side = 'LEFT' and l.member_id = met.left_member_id
    join roster_person as r on r.side = 'RIGHT' and r.member_id = met.right_member_id
    where met.lefts = 1 and met.rights = 1
)
select
    cast(:rung as varchar),
    case when is_conflict then 'IDENTITY_CONFLICT' else 'MATCHED' end,
    rung_key,
    left_member_id,
    right_member_id
from hit
union all
select
    cast(:rung as varchar),
    'AMBIGUOUS',
    candidate.rung_key,
    case candidate.side when 'LEFT' then candidate.member_id end,
    case candidate.side when 'RIGHT' then candidate.member_id end
from candidate
join met on met.rung_key = candidate.rung_key and (met.lefts > 1 or met.rights > 1)

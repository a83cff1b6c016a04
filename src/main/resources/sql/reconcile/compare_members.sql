-- One row a member whom either side covers on the common day, with the one outcome that he counts under; an ambiguous
-- group is one row.
create or replace temp table compared_member as
with covered as (
    select side, member_id, string_agg(coverage_type, ', ' order by coverage_type) as coverage
    from roster_standing
    where standing = 'COVERED'
    group by side, member_id
),
grouped as (
    select
        rung,
        outcome,
        rung_key,
        min(left_member_id) as left_member_id,
        min(right_member_id) as right_member_id,
        count(distinct left_member_id) as lefts,
        count(distinct right_member_id) as rights,
        bool_or(l.member_id is not null or r.member_id is not null) as is_covered,
        min(l.coverage) as left_coverage,
        min(r.coverage) as right_coverage
    from roster_match
    left join covered as l on l.side = 'LEFT' and l.member_id = left_member_id
    left join covered as r on r.side = 'RIGHT' and r.member_id = right_member_id
    group by rung, outcome, rung_key
),
settled as (
    select 'LEFT' as side, left_member_id as member_id from roster_match where left_member_id is not null
    union all
    select 'RIGHT', right_member_id from roster_match where right_member_id is not null
),
alone as (
    select covered.side, covered.member_id, covered.coverage
    from covered
    anti join settled on settled.side = covered.side and settled.member_id = covered.member_id
)
select rung, outcome, left_member_id, right_member_id, lefts, rights, left_coverage, right_coverage
from grouped
where is_covered
union all
select
    null,
    case side when 'LEFT' then 'ONLY_LEFT' else 'ONLY_RIGHT' end,
    case side when 'LEFT' then member_id end,
    case side when 'RIGHT' then member_id end,
    cast(side = 'LEFT' as bigint),
    cast(side = 'RIGHT' as bigint),
    case side when 'LEFT' then coverage end,
    case side when 'RIGHT' then coverage end
from alone

-- One row a span that stands: what each feed's newest full file states, with the changes that came after it.
-- A span is known by member, coverage type and effective date; the last row about it counts, but rows of one full file
-- stand beside each other, for one of them may say that a coverage never took effect. A cancellation (002) says
-- that it never took effect. A termination (024) of no known effective date ends the member's spans of that type.
with loose_termination as (
    select t.feed_id, t.member_id, t.coverage_type, t.termination_date, t.step, t.row_number
    from stated_coverage t
    where t.step > 0
        and t.maintenance_type = '024'
        and not exists (
            select 1
            from stated_coverage e
            where e.feed_id = t.feed_id
                and e.member_id = t.member_id
                and e.coverage_type = t.coverage_type
                and e.effective_date = t.effective_date
                and (e.step = 0 or e.maintenance_type <> '024')
                and (e.step < t.step or (e.step = t.step and e.row_number < t.row_number))
        )
),
last_statement as (
    select s.* exclude (carried), s.carried
    from stated_coverage s
    anti join loose_termination t on t.feed_id = s.feed_id and t.step = s.step and t.row_number = s.row_number
    qualify rank() over (
        partition by s.feed_id, s.member_id, s.coverage_type, s.effective_date
        order by s.step desc, case when s.step > 0 then s.row_number end desc
    ) = 1
),
loose_end as (
    select l.feed_id, l.step, l.row_number, l.carried, min(t.termination_date) as ends_on
    from last_statement l
    join loose_termination t
        on t.feed_id = l.feed_id
        and t.member_id = l.member_id
        and t.coverage_type = l.coverage_type
        and t.termination_date >= l.effective_date
        and (t.step > l.step or (t.step = l.step and t.row_number > l.row_number))
    group by l.feed_id, l.step, l.row_number, l.carried
)
select
    l.* exclude (step) replace (
        case
            when l.step > 0 and l.maintenance_type = '002' then l.effective_date - 1
            when e.ends_on is null then l.termination_date
            else least(e.ends_on, coalesce(l.termination_date, e.ends_on))
        end as termination_date
    )
from last_statement l
left join loose_end e
    on e.feed_id = l.feed_id and e.step = l.step and e.row_number = l.row_number and e.carried = l.carried

-- One row a window, drug class and patient with fills on two dates: whether drugs covered at least 80 % of the days.
-- Supplies of one ingredient that overlap move on: the end of the n-th is the supply so far plus the latest start that
-- any of them had beyond the supply before it. Days on which two ingredients overlap count once.
create or replace temp table adherence as
with supplied as (
    select
        month,
        class,
        ingredient,
        member_id,
        day,
        days_supply,
        treated_days,
        sum(days_supply) over supply as supply_so_far
    from treated_fill
    window supply as (
        partition by month, class, member_id, ingredient
        order by day, days_supply
        rows unbounded preceding
    )
),
moved as (
    select
        month,
        class,
        member_id,
        day,
        treated_days,
        days_supply,
        supply_so_far + max(day - (supply_so_far - days_supply)) over (
            partition by month, class, member_id, ingredient
            order by supply_so_far
            rows unbounded preceding
        ) as ends
    from supplied
),
laid as (
    select
        month,
        class,
        member_id,
        day,
        treated_days,
        ends - days_supply as starts,
        least(ends, treated_days) as ends,
        max(ends) over (
            partition by month, class, member_id
            order by ends - days_supply, ends
            rows between unbounded preceding and 1 preceding
        ) as covered_before
    from moved
)
select
    month,
    class,
    member_id,
    sum(greatest(0, ends - greatest(starts, coalesce(covered_before, 0)))) * 5 >= max(treated_days) * 4 as is_adherent
from laid
group by month, class, member_id
having count(distinct day) >= 2

-- One row a month: emergency visits over members with medical coverage.
with visited as (
    select strftime(day, '%Y-%m') as month, count(*) as visits
    from emergency_visit
    group by all
),
member as (
    select month, count(member_id) as members
    from member_month
    where has_medical
    group by month
)
select
    report_month.month,
    coalesce(visited.visits, 0) as numerator,
    coalesce(member.members, 0) as denominator
from report_month
left join visited on visited.month = report_month.month
left join member on member.month = report_month.month

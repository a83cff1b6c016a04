-- One row a month of admission: hospital stays over members with medical coverage.
with admitted as (
    select strftime(admitted, '%Y-%m') as month, count(*) as stays
    from stay
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
    coalesce(admitted.stays, 0) as numerator,
    coalesce(member.members, 0) as denominator
from report_month
left join admitted on admitted.month = report_month.month
left join member on member.month = report_month.month

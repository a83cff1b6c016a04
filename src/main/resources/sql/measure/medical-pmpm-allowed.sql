-- One row a month: net dollars allowed on medical claims incurred in it, over members with medical coverage.
with claim as (
    select month, sum(allowed_cents) as cents
    from medical_net
    where not is_denied
    group by month
),
member as (
    select month, count(member_id) as members
    from member_month
    where has_medical
    group by month
)
select
    report_month.month,
    cast(coalesce(claim.cents, 0) as decimal(18, 0)) * 0.01 as numerator,
    coalesce(member.members, 0) as denominator
from report_month
left join claim on claim.month = report_month.month
left join member on member.month = report_month.month

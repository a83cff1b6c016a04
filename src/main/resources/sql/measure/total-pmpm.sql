-- One row a month: net plan paid on medical claims and prescriptions of the month, over members with either coverage.
with spent as (
    select month, paid_cents as cents
    from medical_net
    where not is_denied
    union all
    select month, plan_paid_cents as cents
    from pharmacy_transaction
),
cost as (
    select month, sum(cents) as cents
    from spent
    group by month
),
member as (
    select month, count(member_id) as members
    from member_month
    where has_medical or has_pharmacy
    group by month
)
select
    report_month.month,
    cast(coalesce(cost.cents, 0) as decimal(18, 0)) * 0.01 as numerator,
    coalesce(member.members, 0) as denominator
from report_month
left join cost on cost.month = report_month.month
left join member on member.month = report_month.month

-- One row a month: plan paid on specialty scripts over plan paid on all scripts that stand; cases are specialty scripts.
select
    report_month.month,
    cast(coalesce(sum(script.plan_paid_cents) filter (where script.channel = 'SPECIALTY'), 0) as decimal(18, 0)) * 0.01
        as numerator,
    cast(coalesce(sum(script.plan_paid_cents), 0) as decimal(18, 0)) * 0.01 as denominator,
    count(*) filter (where script.channel = 'SPECIALTY') as cases
from report_month
left join script on script.month = report_month.month
group by report_month.month

-- One row a month: scripts for 84 days or more over all scripts that stand.
select
    report_month.month,
    count(*) filter (where script.days_supply >= 84) as numerator,
    count(script.month) as denominator
from report_month
left join script on script.month = report_month.month
group by report_month.month

-- One row a month: ingredient cost, fee and tax of the scripts that stand, over those scripts.
select
    report_month.month,
    cast(coalesce(sum(script.gross_cents), 0) as decimal(18, 0)) * 0.01 as numerator,
    count(script.month) as denominator
from report_month
left join script on script.month = report_month.month
group by report_month.month

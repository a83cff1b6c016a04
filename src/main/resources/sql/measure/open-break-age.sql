-- One row a month: the median age in days of the breaks that were open at its end; cases are those breaks.
select
    report_month.month,
    coalesce(open_breaks.median_age, 0) as numerator,
    case when open_breaks.month is null then 0 else 1 end as denominator,
    coalesce(open_breaks.breaks, 0) as cases
from report_month
left join open_breaks on open_breaks.month = report_month.month

-- One row a month: generic scripts over all scripts, after reversals are netted, without compounds and OTC.
select
    report_month.month,
    count(*) filter (where script.brand_generic = 'G') as numerator,
    count(script.month) as denominator
from report_month
left join script
    on script.month = report_month.month
    and not script.is_compound
    and not script.is_over_the_counter
group by report_month.month

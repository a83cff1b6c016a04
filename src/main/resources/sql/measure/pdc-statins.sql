-- One row a month: persons covered on at least 80 % of their days of treatment in the twelve months to it, over all.
select
    report_month.month,
    count(*) filter (where adherence.is_adherent) as numerator,
    count(adherence.member_id) as denominator
from report_month
left join adherence on adherence.month = report_month.month and adherence.class = 'statins'
group by report_month.month

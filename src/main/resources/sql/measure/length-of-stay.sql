-- One row a month of admission: days in hospital, at least one a stay, over stays that have ended.
select
    report_month.month,
    coalesce(sum(greatest(1, stay.discharged - stay.admitted)), 0) as numerator,
    count(stay.member_id) as denominator
from report_month
left join stay
    on strftime(stay.admitted, '%Y-%m') = report_month.month
    and stay.discharge_status <> '30'
group by report_month.month

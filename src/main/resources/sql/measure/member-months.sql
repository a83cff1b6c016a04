-- One row a month: members covered in it.
select report_month.month, count(member_month.member_id) as numerator, 1 as denominator
from report_month
left join member_month on member_month.month = report_month.month
group by report_month.month

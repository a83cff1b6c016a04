-- One row a month of first adjudication: lines denied over all lines, less the bundled and those denied as duplicates.
select
    report_month.month,
    count(*) filter (where decided_line.is_denied) as numerator,
    count(decided_line.month) as denominator
from report_month
left join decided_line
    on decided_line.month = report_month.month
    and not decided_line.is_bundled
    and not decided_line.is_duplicate
group by report_month.month

-- One row a measure and month of one scorecard, oldest first.
select measure, month, numerator, denominator, complete, completion, cases
from score
where partnership_id = :partnership
    and report_month = strftime(cast(:report_month as date), '%Y-%m')
    and revision = :revision
order by measure, month

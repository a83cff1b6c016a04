-- One row a month of first adjudication: calendar days from receipt to adjudication over clean claims.
with claim as (
    select
        strftime(adjudicated_date, '%Y-%m') as month,
        date_diff('day', received_date, adjudicated_date) as days
    from medical_version
    where claim_version = 0 and clean_claim and received_date <= adjudicated_date
)
select
    report_month.month,
    coalesce(sum(claim.days), 0) as numerator,
    count(claim.month) as denominator
from report_month
left join claim on claim.month = report_month.month
group by report_month.month

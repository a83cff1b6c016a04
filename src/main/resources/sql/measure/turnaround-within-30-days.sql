-- One row a month of first adjudication: clean claims adjudicated within 30 days of receipt over all clean claims.
with claim as (
    select
        strftime(adjudicated_date, '%Y-%m') as month,
        adjudicated_date - received_date as days
    from medical_version
    where claim_version = 0 and clean_claim and received_date <= adjudicated_date
)
select
    report_month.month,
    count(*) filter (where claim.days <= 30) as numerator,
    count(claim.month) as denominator
from report_month
left join claim on claim.month = report_month.month
group by report_month.month

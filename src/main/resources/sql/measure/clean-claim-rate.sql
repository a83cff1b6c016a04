-- One row a month of first adjudication: claims flagged clean over all claims.
with claim as (
    select strftime(adjudicated_date, '%Y-%m') as month, clean_claim
    from medical_version
    where claim_version = 0
)
select
    report_month.month,
    count(*) filter (where claim.clean_claim) as numerator,
    count(claim.month) as denominator
from report_month
left join claim on claim.month = report_month.month
group by report_month.month

-- One row a month of service: deductible, copay and coinsurance over dollars allowed; cases are claims.
select
    report_month.month,
    cast(coalesce(sum(medical_net.member_cents), 0) as decimal(18, 0)) * 0.01 as numerator,
    cast(coalesce(sum(medical_net.allowed_cents), 0) as decimal(18, 0)) * 0.01 as denominator,
    count(medical_net.claim_id) as cases
from report_month
left join medical_net on medical_net.month = report_month.month and not medical_net.is_denied
group by report_month.month

-- One row a month: claims that were adjusted in it over claims that were first adjudicated in it.
with version as (
    select strftime(adjudicated_date, '%Y-%m') as month, claim_id, claim_version
    from medical_version
)
select
    report_month.month,
    count(distinct version.claim_id) filter (where version.claim_version > 0) as numerator,
    count(distinct version.claim_id) filter (where version.claim_version = 0) as denominator
from report_month
left join version on version.month = report_month.month
group by report_month.month

-- One cell a month of service and full month from it to adjudication: dollars allowed on claims that stand, each version by itself.
with amount as (
    select
        cast(medical_net.month || '-01' as date) as served,
        medical_version.adjudicated_date as known,
        medical_version.allowed_cents * 0.01 as amount
    from medical_version
    join medical_net on medical_net.claim_id = medical_version.claim_id
    where not medical_net.is_denied
)
select
    strftime(served, '%Y-%m') as month,
    date_diff('month', served, known) as age,
    sum(amount) as amount
from amount
where known is not null
group by all

-- One cell a month of service and full month from it to adjudication: dollars plan paid on prescriptions, reversals negative.
with amount as (
    select service_date as served, adjudicated_date as known, plan_paid_cents * 0.01 as amount
    from pharmacy_transaction
)
select
    strftime(served, '%Y-%m') as month,
    date_diff('month', served, known) as age,
    sum(amount) as amount
from amount
where known is not null
group by all

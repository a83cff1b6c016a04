-- One cell a month of service and full month from it to the first adjudication of a visit: visits.
with amount as (
    select day as served, known_on as known, 1 as amount
    from emergency_visit
)
select
    strftime(served, '%Y-%m') as month,
    date_diff('month', served, known) as age,
    sum(amount) as amount
from amount
where known is not null
group by all

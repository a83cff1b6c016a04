-- One cell a month of service and full month from it to the first adjudication of a stay: stays.
with amount as (
    select admitted as served, known_on as known, 1 as amount
    from stay
)
select
    strftime(served, '%Y-%m') as month,
    date_diff('month', served, known) as age,
    sum(amount) as amount
from amount
where known is not null
group by all

-- One row a month: deliveries that came on time over deliveries that were due in it; a missing one counts as late.
with delivery as (
    select strftime(business_date, '%Y-%m') as month, file_id is not null and not late as is_on_time
    from exchange_file
    where feed_id in (:feeds)
        and due_at is not null
        and not history
        and (first_original or (file_id is null and outcome in ('LATE', 'MISSING')))
)
select
    report_month.month,
    count(*) filter (where delivery.is_on_time) as numerator,
    count(delivery.month) as denominator
from report_month
left join delivery on delivery.month = report_month.month
group by report_month.month

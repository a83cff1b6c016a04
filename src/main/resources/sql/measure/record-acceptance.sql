-- One row a month: rows that no edit rejected over all detail rows of the files that were loaded.
with file as (
    select strftime(business_date, '%Y-%m') as month, rows_read, rows_accepted
    from exchange_file
    where feed_id in (:feeds) and not history and outcome in ('LOADED', 'SUPERSEDED')
)
select
    report_month.month,
    coalesce(sum(file.rows_accepted), 0) as numerator,
    coalesce(sum(file.rows_read), 0) as denominator
from report_month
left join file on file.month = report_month.month
group by report_month.month

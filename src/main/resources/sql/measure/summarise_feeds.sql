-- One row a feed: its deliveries and files of the report month, history files left out. Rows are those of loaded files.
with feed as (
    select unnest([:feeds]) as feed_id
),
file as (
    select
        feed_id,
        file_id,
        outcome,
        rows_read,
        rows_accepted,
        outcome in ('LOADED', 'SUPERSEDED') as is_loaded,
        due_at is not null
            and (first_original or (file_id is null and outcome in ('LATE', 'MISSING'))) as is_delivery
    from exchange_file
    where feed_id in (:feeds)
        and not history
        and business_date between cast(:report_month as date) and last_day(cast(:report_month as date))
)
select
    feed.feed_id,
    count(*) filter (where file.is_delivery) as due,
    count(distinct file.file_id) as files,
    count(distinct file.file_id) filter (where file.is_loaded) as loaded,
    count(distinct file.file_id) filter (where file.outcome = 'HELD') as held,
    count(distinct file.file_id) filter (where file.outcome = 'REFUSED') as refused,
    count(*) filter (where file.outcome = 'EXCUSED') as excused,
    coalesce(sum(file.rows_read) filter (where file.is_loaded), 0) as rows_read,
    coalesce(sum(file.rows_accepted) filter (where file.is_loaded), 0) as rows_accepted
from feed
left join file on file.feed_id = feed.feed_id
group by feed.feed_id
order by feed.feed_id

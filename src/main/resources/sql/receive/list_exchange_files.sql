-- grain: one file that arrived in the time, or that answers an expectation of the days; with its present reading, if any
with answering as (
    select file_id
    from expectation
    where business_date between :firstDay and :lastDay
        and file_id is not null
)
select
    f.file_id,
    f.partner_id,
    f.feed_name,
    f.arrived_at,
    f.state,
    s.file_mode,
    s.submission_type,
    s.rows_read,
    s.rows_accepted,
    s.rows_rejected,
    s.reason_code
from received_file f
left join file_settlement s on s.file_id = f.file_id and s.epoch = f.epoch
where f.arrived_at >= :fromInstant and f.arrived_at < :toInstant
    or f.file_id in (select file_id from answering)
order by f.arrived_at, f.remote_name

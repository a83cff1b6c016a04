-- grain: one delivery of a feed: a file, or the same content again, with what is known of the time it describes
select
    f.file_id,
    f.arrived_at,
    f.remote_name,
    s.file_mode,
    s.period_to,
    s.as_of_date,
    false as is_repeated
from received_file f
left join file_settlement s on s.file_id = f.file_id and s.epoch = f.epoch
where f.partner_id = :partner
    and f.feed_name = :feed
union all
-- A file that has an id of its own is never made twice. One that only its name dates describes another day under another
-- name; what that day is nobody has read.
select
    d.file_id,
    d.arrived_at,
    d.remote_name,
    s.file_mode,
    case when d.remote_name = f.remote_name then s.period_to end as period_to,
    case when d.remote_name = f.remote_name then s.as_of_date end as as_of_date,
    true as is_repeated
from sighting d
join received_file f on f.file_id = d.file_id
join file_settlement s on s.file_id = f.file_id and s.epoch = f.epoch
where d.partner_id = :partner
    and d.feed_name = :feed
    and d.fate = 'DUPLICATE'
    and s.header_file_id is null
order by arrived_at, remote_name, file_id

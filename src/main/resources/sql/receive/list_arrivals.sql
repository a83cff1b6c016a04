-- grain: one file of a feed, with what its header says of the time it describes
select
    f.file_id,
    f.arrived_at,
    s.file_mode,
    s.period_to,
    s.as_of_date
from received_file f
left join file_settlement s on s.file_id = f.file_id and s.epoch = f.epoch
where f.partner_id = :partner
    and f.feed_name = :feed
order by f.arrived_at, f.remote_name

-- One row a break of the partnership as the last reconciliation left it.
select
    break_id, reconciliation, entity_key, attribute, category, left_value, right_value, impact_cents, status, episode,
    first_seen, last_seen, closed_on, cause, service_month
from break_ledger
where partnership_id = :partnership
order by break_id

-- One row a difference of today.
select
    reconciliation, entity_key, attribute, category, left_value, right_value, impact_cents, cause, service_month
from difference
order by entity_key, attribute

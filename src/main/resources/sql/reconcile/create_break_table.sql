-- One row a break of the partnership, open or closed.
create or replace temp table new_break (
    break_id varchar not null,
    partnership_id varchar not null,
    reconciliation varchar not null,
    entity_key varchar not null,
    attribute varchar not null,
    category varchar not null,
    left_value varchar,
    right_value varchar,
    impact_cents bigint not null,
    status varchar not null,
    episode integer not null,
    first_seen date not null,
    last_seen date not null,
    closed_on date,
    cause varchar,
    service_month varchar
)

-- What counts. Ids, days and counts only: nothing about a member.

-- One row a feed and slot.
create table active_load (
    feed_id varchar not null,
    slot varchar not null,
    load_id varchar not null,
    partner_id varchar not null,
    mode varchar not null,
    as_of_date date not null,
    period_from date,
    period_to date,
    rows bigint not null,
    primary key (feed_id, slot)
);

-- One row a load that was ever made to count, with the load whose slot it took.
create table load (
    load_id varchar primary key,
    feed_id varchar not null,
    slot varchar not null,
    mode varchar not null,
    as_of_date date not null,
    period_from date,
    period_to date,
    rows bigint not null,
    superseded_load varchar
);

-- One row a kind of run and key, for example reconcile and a partnership's id.
create table active_run (
    kind varchar not null,
    key varchar not null,
    run_id varchar not null,
    folder varchar not null,
    primary key (kind, key)
);

-- One row an expected delivery, or a delivery that nobody expected. Instants are UTC.
create table exchange_file (
    partner_id varchar not null,
    feed_id varchar not null,
    business_date date not null,
    due_at timestamp,
    arrived_at timestamp,
    file_id varchar,
    outcome varchar not null,
    late boolean not null,
    history boolean not null,
    first_original boolean not null,
    rows_read bigint not null,
    rows_accepted bigint not null,
    rows_rejected bigint not null
);

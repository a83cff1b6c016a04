-- Deliveries of editions. A receipt is written only after the size was read back on the recipient's server.

-- grain: one edition to one recipient by one channel; delivery_key = sha256(edition|recipient|channel|artefact)
create table delivery (
    delivery_key varchar(64) not null primary key,
    partnership_id varchar(61) not null,
    report_month varchar(7) not null,
    revision integer not null,
    recipient varchar(200) not null,
    channel varchar(10) not null,
    artefact_sha varchar(64) not null,
    remote_path varchar(600) not null,
    byte_count bigint not null,
    delivered_at timestamp with time zone not null
);
create index delivery_by_edition on delivery (partnership_id, report_month, revision);

-- One row a file of an edition for a recipient. The key is the digest of edition, recipient, channel and artefact.
-- A receipt is written only after the size was read back on the recipient's server.
create table delivery (
    delivery_key varchar(64) not null primary key,
    partnership varchar(61) not null,
    report_month varchar(7) not null,
    revision integer not null,
    recipient varchar(200) not null,
    partner varchar(31) not null,
    directory varchar(400) not null,
    channel varchar(10) not null,
    file_name varchar(200) not null,
    artefact_sha varchar(64) not null,
    state varchar(10) not null,
    attempts integer not null,
    ordered_at timestamp(6) with time zone not null,
    changed_at timestamp(6) with time zone not null,
    failure varchar(2000),
    remote_path varchar(700),
    byte_count bigint,
    delivered_at timestamp(6) with time zone,
    constraint delivery_state check (state in ('PENDING', 'SENDING', 'SENT', 'FAILED')),
    constraint delivery_failure check (
        (state = 'FAILED' and failure is not null) or (state <> 'FAILED' and failure is null)),
    constraint delivery_receipt check (
        (state = 'SENT' and remote_path is not null and byte_count is not null and delivered_at is not null)
        or (state <> 'SENT' and remote_path is null and byte_count is null and delivered_at is null))
);

create index delivery_by_edition on delivery (partnership, report_month, revision);

create index delivery_by_state on delivery (state, ordered_at);

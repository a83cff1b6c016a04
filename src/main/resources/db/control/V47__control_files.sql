-- What the control file beside a file states of it. Numbers only: what else stands in such a file is kept nowhere.

-- grain: one file in custody whose feed has control files; all null when that one could not be read
create table control_file (
    file_id varchar(14) not null primary key,
    byte_count bigint,
    sha varchar(64),
    record_count bigint,
    paid_cents bigint,
    foreign key (file_id) references received_file (file_id)
);

-- Who asked that a file be released which two people must release; another person confirms it.
-- grain: one reading of a file
create table release_request (
    file_id varchar(14) not null,
    epoch integer not null,
    person varchar(100) not null,
    actor varchar(100) not null,
    reason varchar(1000) not null,
    asked_at timestamp(6) with time zone not null,
    primary key (file_id, epoch),
    foreign key (file_id) references received_file (file_id)
);

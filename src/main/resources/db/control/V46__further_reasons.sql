-- What else would have held or refused a file by itself: a second rule may ask for a second person.

-- grain: one finding about the file as a whole in one reading, beside the one in file_settlement
create table file_further_reason (
    file_id varchar(14) not null,
    epoch integer not null,
    place integer not null,
    rule_code varchar(5) not null,
    reason varchar(2000) not null,
    primary key (file_id, epoch, place),
    foreign key (file_id, epoch) references file_settlement (file_id, epoch)
);

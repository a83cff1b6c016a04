-- The number of the opening of the home that may write. It grows with each opening; what is written bears it.
create table fence (latest bigint not null);
insert into fence (latest) values (0);
alter table audit_event add column fence bigint default 0 not null;
alter table run add column fence bigint default 0 not null;

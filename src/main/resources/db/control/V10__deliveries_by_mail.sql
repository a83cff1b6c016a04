-- A recipient is reached in a way (SFTP, MAIL, NOTICE) at a place: a folder or a mail address.
-- UNCERTAIN: all of it was sent and no answer came; an operator says whether it is sent again.
alter table delivery alter column directory rename to place;

alter table delivery add column way varchar(10) default 'SFTP' not null;

alter table delivery drop constraint delivery_state;

alter table delivery add constraint delivery_state check (
    state in ('PENDING', 'SENDING', 'SENT', 'FAILED', 'UNCERTAIN'));

alter table delivery drop constraint delivery_failure;

alter table delivery add constraint delivery_failure check (
    (state in ('FAILED', 'UNCERTAIN') and failure is not null)
    or (state not in ('FAILED', 'UNCERTAIN') and failure is null));

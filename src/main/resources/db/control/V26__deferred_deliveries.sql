-- DEFERRED: the recipient's server asks to come later; the next run or deliver --retry does.
alter table delivery drop constraint delivery_state;

alter table delivery add constraint delivery_state check (
    state in ('PENDING', 'SENDING', 'SENT', 'FAILED', 'DEFERRED', 'UNCERTAIN'));

alter table delivery drop constraint delivery_failure;

alter table delivery add constraint delivery_failure check (
    (state in ('FAILED', 'DEFERRED', 'UNCERTAIN') and failure is not null)
    or (state not in ('FAILED', 'DEFERRED', 'UNCERTAIN') and failure is null));

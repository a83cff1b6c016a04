-- A delivery that both sides agreed to do without: a fact beside the state of the expectation.
alter table expectation add column excused_by varchar(100);

alter table expectation add column excuse_reason varchar(1000);

alter table expectation add column excused_at timestamp with time zone;

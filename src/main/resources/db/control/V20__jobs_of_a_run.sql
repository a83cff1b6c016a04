-- The last job execution before a run began: what follows it, up to the next run's, are the run's own jobs. Times would
-- not do, for the jobs' are local and clocks move.
alter table run add column executions_before bigint default 0 not null;

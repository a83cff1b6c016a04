-- At most one row: the run that counts for the partnership and its folder among the runs.
select run_id, folder from active_run where kind = 'reconcile' and key = :partnership

-- At most one row: the folder of the run that counts, within the books' folder.
select folder from active_run where kind = :kind and key = :key

-- At most one row: the folder of the netting that counts for the partnership.
select folder from active_run where kind = 'netting' and key = :partnership

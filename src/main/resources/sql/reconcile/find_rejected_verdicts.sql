-- One row a claim that a check across rows rejected, from the staged rows and their verdicts.
insert into rejected_claim (side, claim_id, rule)
select distinct :side, claim.claim_id, verdict.rule
from read_parquet(:verdict_files, filename = true) as verdict
join read_parquet(:claim_files, filename = true) as claim
    on claim.row_number = verdict.row_number
    and regexp_replace(claim.filename, '[^/]*$', '') = regexp_replace(verdict.filename, '[^/]*$', '')
where verdict.table_name = 'medical_claim'

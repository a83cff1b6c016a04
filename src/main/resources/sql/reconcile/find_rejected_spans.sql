-- One row a member of whom a check across rows rejected a span, from the staged rows and their verdicts.
insert into rejected_member (side, member_id, rule)
select distinct cast(:side as varchar), span.member_id, verdict.rule
from read_parquet(:verdict_files, filename = true) as verdict
join read_parquet(:span_files, filename = true) as span
    on span.row_number = verdict.row_number
    and regexp_replace(span.filename, '[^/]*$', '') = regexp_replace(verdict.filename, '[^/]*$', '')
where verdict.table_name = 'coverage_span'

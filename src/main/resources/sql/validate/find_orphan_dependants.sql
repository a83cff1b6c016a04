-- E-109. One row a dependant's span whose subscriber is neither in the file, rejected rows included, nor in the books.
with subscribers as (
    select subscriber_id from staged_coverage_span where relationship = 'SELF'
    union
    select subscriber_id from current_coverage where relationship = 'SELF'
    union
    select text from rejected_text
)
select
    'coverage_span' as table_name,
    d.row_number,
    'subscriber_id' as field,
    d.member_id as record_key,
    null::bigint as against_row
from staged_coverage_span d
where d.relationship <> 'SELF'
    and not exists (select 1 from subscribers s where s.subscriber_id = d.subscriber_id)
order by d.row_number

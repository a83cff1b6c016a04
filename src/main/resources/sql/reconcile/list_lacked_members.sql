-- One row a member whom a side lacks, or of whom it lacks a kind of coverage: his id as a row of that side would say it.
create or replace temp table lacked_member as
select
    entity_key,
    attribute,
    regexp_replace(entity_key, '^.*/', '') as member_id,
    case when left_value is null then 'LEFT' when right_value is null then 'RIGHT' end as side
from difference
where attribute in ('PRESENCE', 'COVERAGE')

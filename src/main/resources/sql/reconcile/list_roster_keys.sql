-- One row a side, member and rung by which he can be matched. A member who lacks a part of the key is not on the rung.
create or replace temp table roster_key as
select side, member_id, 'MEMBER_ID' as rung, member_id as rung_key
from roster_person
union all
select side, member_id, 'SUBSCRIBER_PERSON_CODE', concat_ws('|', subscriber_id, person_code)
from roster_person
where person_code is not null
union all
select side, member_id, 'SSN_BIRTH_DATE', concat_ws('|', ssn_hash, birth_date)
from roster_person
where ssn_hash is not null
union all
select
    side,
    member_id,
    'NAME_BIRTH_DATE',
    concat_ws('|', left(last_name, 5), left(first_name, 3), birth_date, gender)
from roster_person
where last_name <> '' and first_name <> ''
union all
select side, member_id, 'SUBSCRIBER_BIRTH_DATE', concat_ws('|', subscriber_id, birth_date, relationship)
from roster_person

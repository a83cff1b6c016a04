-- One row a side and member of the two chosen files: what members are matched by. A name is its letters, a person code
-- its digits without leading zeros, and a social security number is hashed at once. Where a member's spans say
-- different things of him, the latest span is believed.
create or replace temp table roster_person as
with span as (
    select
        case load_id when :left_load then 'LEFT' else 'RIGHT' end as side,
        member_id,
        subscriber_id,
        nullif(ltrim(regexp_replace(coalesce(person_code, ''), '[^0-9]', '', 'g'), '0'), '') as person_code,
        relationship,
        regexp_replace(upper(strip_accents(last_name)), '[^A-Z]', '', 'g') as last_name,
        regexp_replace(upper(strip_accents(split_part(trim(first_name), ' ', 1))), '[^A-Z]', '', 'g') as first_name,
        birth_date,
        gender,
        regexp_replace(coalesce(ssn, ''), '[^0-9]', '', 'g') as ssn_digits,
        effective_date,
        row_number
    from coverage_span
    where load_id in (:left_load, :right_load)
)
select
    side,
    member_id,
    subscriber_id,
    person_code,
    relationship,
    last_name,
    first_name,
    birth_date,
    gender,
    case
        when length(ssn_digits) = 9 and ssn_digits <> repeat(left(ssn_digits, 1), 9) then sha256(ssn_digits)
    end as ssn_hash
from span
qualify row_number() over (partition by side, member_id order by effective_date desc, row_number desc) = 1

-- One row a hospital stay: claims of bill type 11x of one member, joined when the next begins by the day after discharge.
create or replace temp table stay as
with claim as (
    select
        claim_id,
        member_id,
        coalesce(admit_date, from_date) as admitted,
        greatest(coalesce(discharge_date, thru_date, from_date), coalesce(admit_date, from_date)) as discharged,
        coalesce(discharge_status, '01') as discharge_status,
        first_adjudicated,
        coalesce(regexp_matches(principal_diagnosis, '^(O|P|Z38)'), false)
            or coalesce(
                try_cast(drg as integer) between 765 and 770
                or try_cast(drg as integer) between 774 and 798
                or try_cast(drg as integer) between 805 and 807
                or try_cast(drg as integer) between 817 and 819
                or try_cast(drg as integer) between 831 and 833, false) as is_birth
    from medical_final
    where regexp_matches(bill_type, '^0?11')
),
marked as (
    select
        claim_id,
        member_id,
        admitted,
        discharged,
        discharge_status,
        first_adjudicated,
        is_birth,
        max(discharged) over (
            partition by member_id
            order by admitted, discharged, claim_id
            rows between unbounded preceding and 1 preceding
        ) as discharged_before
    from claim
),
numbered as (
    select
        claim_id,
        member_id,
        admitted,
        discharged,
        discharge_status,
        first_adjudicated,
        is_birth,
        count(*) filter (where discharged_before is null or admitted - discharged_before > 1) over (
            partition by member_id
            order by admitted, discharged, claim_id
            rows unbounded preceding
        ) as stay_number
    from marked
)
select
    member_id,
    stay_number,
    min(admitted) as admitted,
    max(discharged) as discharged,
    last(discharge_status order by discharged, admitted, claim_id) as discharge_status,
    bool_or(is_birth) as is_birth,
    min(first_adjudicated) as known_on
from numbered
group by member_id, stay_number

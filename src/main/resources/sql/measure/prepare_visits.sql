-- One row an emergency visit: a member and a date, without those that a stay follows on the day or the next.
create or replace temp table emergency_visit as
with emergency_line as (
    select
        medical_final.member_id,
        medical_final.claim_type = 'INST' as is_institutional,
        case when medical_final.claim_type = 'INST' then medical_final.from_date else claim_line.from_date end as day,
        medical_final.first_adjudicated
    from medical_final
    join claim_line
        on claim_line.load_id = medical_final.load_id
        and claim_line.claim_id = medical_final.claim_id
        and claim_line.claim_version = medical_final.claim_version
    where claim_line.feed_id = :medical_feed
        and claim_line.line_status <> 'DENIED'
        and case
            when medical_final.claim_type = 'INST'
                then lpad(claim_line.revenue_code, 4, '0') between '0450' and '0459'
                    or lpad(claim_line.revenue_code, 4, '0') = '0981'
            else claim_line.procedure_code between '99281' and '99285'
        end
),
seen as (
    select member_id, is_institutional, day, min(first_adjudicated) as known_on
    from emergency_line
    group by member_id, is_institutional, day
),
visit as (
    select member_id, day, known_on
    from seen
    where is_institutional
    union all
    select professional.member_id, professional.day, professional.known_on
    from seen as professional
    anti join seen as institutional
        on institutional.member_id = professional.member_id
        and institutional.is_institutional
        and institutional.day between professional.day - 1 and professional.day + 1
    where not professional.is_institutional
)
select visit.member_id, visit.day, visit.known_on
from visit
anti join stay
    on stay.member_id = visit.member_id
    and stay.admitted between visit.day and visit.day + 1

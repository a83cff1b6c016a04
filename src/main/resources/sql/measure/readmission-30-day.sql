-- One row a month of discharge: index stays that a stay followed 2 to 30 days later, over all index stays.
with followed as (
    select
        member_id,
        admitted,
        discharged,
        discharge_status,
        is_birth,
        lead(admitted) over (partition by member_id order by admitted) as next_admitted
    from stay
),
index_stay as (
    select
        strftime(followed.discharged, '%Y-%m') as month,
        coalesce(followed.next_admitted - followed.discharged between 2 and 30, false) as is_readmitted
    from followed
    join coverage_run
        on coverage_run.member_id = followed.member_id
        and coverage_run.coverage_type = 'MED'
        and coverage_run.first_day <= followed.discharged
        and coverage_run.last_day >= followed.discharged + 30
    where followed.admitted < followed.discharged
        and followed.discharge_status not in ('20', '30', '40', '41', '42')
        and not followed.is_birth
        and coverage_run.birth_date + interval 18 year <= followed.discharged
        and coverage_run.birth_date + interval 65 year > followed.discharged
)
select
    report_month.month,
    count(*) filter (where index_stay.is_readmitted) as numerator,
    count(index_stay.month) as denominator
from report_month
left join index_stay on index_stay.month = report_month.month
group by report_month.month

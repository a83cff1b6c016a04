-- One row a member and kind of coverage whose end the newest file puts before a day on which an earlier file still said
-- that he was covered, so that claims may have been paid meanwhile. A coverage that never took effect counts as ended on
-- the day before it began.
create or replace temp table retroactive_termination as
with newest_span as (
    select
        member_id,
        coverage_type,
        effective_date,
        coalesce(termination_date, date '9999-12-31') as last_day
    from coverage_span
    where load_id = :newest_load
),
believed as (
    select distinct member_id, coverage_type, as_of_date as believed_on
    from coverage_span
    where feed_id = :coverage_feed
        and mode in ('FULL', 'HIST')
        and as_of_date >= cast(:since as date)
        and as_of_date < cast(:newest_day as date)
        and effective_date <= as_of_date
        and coalesce(termination_date, date '9999-12-31') >= as_of_date
),
contradicted as (
    select believed.member_id, believed.coverage_type, believed.believed_on
    from believed
    anti join newest_span
        on newest_span.member_id = believed.member_id
        and newest_span.coverage_type = believed.coverage_type
        and newest_span.effective_date <= believed.believed_on
        and newest_span.last_day >= believed.believed_on
),
ended as (
    select
        contradicted.member_id,
        contradicted.coverage_type,
        contradicted.believed_on,
        max(newest_span.last_day) as last_day,
        bool_and(newest_span.last_day < newest_span.effective_date) as is_rescission
    from contradicted
    join newest_span
        on newest_span.member_id = contradicted.member_id
        and newest_span.coverage_type = contradicted.coverage_type
        and newest_span.last_day < contradicted.believed_on
    group by contradicted.member_id, contradicted.coverage_type, contradicted.believed_on
)
select
    member_id,
    coverage_type,
    min(last_day) as last_day,
    bool_and(is_rescission) as is_rescission
from ended
group by member_id, coverage_type

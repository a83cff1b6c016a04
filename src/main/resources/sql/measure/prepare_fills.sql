-- One row a fill of a drug class in a window of twelve months, of a patient who is treated long enough: the member is 18
-- at the window's start, enrolled at the first fill, and that is 91 days or more before the window or enrolment ends.
create or replace temp table treated_fill as
with window_fill as (
    select
        report_month.month,
        cast(report_month.first_day - interval 11 month as date) as window_start,
        report_month.last_day as window_end,
        drug_class.class,
        drug_class.ingredient,
        script.member_id,
        script.service_date,
        script.days_supply,
        min(script.service_date) over (partition by report_month.month, drug_class.class, script.member_id) as first_fill
    from script
    join drug_class on drug_class.ndc = script.ndc
    join report_month
        on script.service_date between report_month.first_day - interval 11 month and report_month.last_day
    where script.days_supply > 0
)
select
    window_fill.month,
    window_fill.class,
    window_fill.ingredient,
    window_fill.member_id,
    window_fill.service_date - window_fill.first_fill as day,
    window_fill.days_supply,
    least(window_fill.window_end, coverage_run.last_day) - window_fill.first_fill + 1 as treated_days
from window_fill
join coverage_run
    on coverage_run.member_id = window_fill.member_id
    and coverage_run.coverage_type = 'RX'
    and window_fill.first_fill between coverage_run.first_day and coverage_run.last_day
where coverage_run.birth_date + interval 18 year <= window_fill.window_start
    and least(window_fill.window_end, coverage_run.last_day) - window_fill.first_fill >= 91
    and window_fill.service_date <= coverage_run.last_day

-- One row a covered member and month, from the newest full eligibility file or, where files are parts of a whole, from
-- all of them; a member under two plans is one row.
create or replace temp table member_month as
with newest_file as (
    select load_id
    from coverage_span
    where feed_id = :coverage_feed and mode in ('FULL', 'HIST')
    group by load_id, as_of_date
    order by as_of_date desc, load_id desc
    limit 1
),
standing_file as (
    select load_id from newest_file
    union
    select load_id from coverage_span where feed_id = :coverage_feed and mode = 'PART'
),
span as (
    select
        coverage_span.member_id,
        coverage_span.coverage_type,
        coverage_span.effective_date,
        coalesce(coverage_span.termination_date, date '9999-12-31') as last_covered_day
    from coverage_span
    join standing_file on standing_file.load_id = coverage_span.load_id
)
select
    report_month.month,
    span.member_id,
    bool_or(span.coverage_type = 'MED') as has_medical,
    bool_or(span.coverage_type = 'RX') as has_pharmacy
from span
join report_month
    on span.effective_date <= report_month.begun_by
    and span.last_covered_day >= report_month.not_ended_before
where span.last_covered_day >= span.effective_date
group by report_month.month, span.member_id

-- One row a span of coverage that took effect, from the newest full eligibility file.
create or replace temp table covered_span as
with newest_file as (
    select load_id
    from coverage_span
    where feed_id = :coverage_feed and mode in ('FULL', 'HIST')
    group by load_id, as_of_date
    order by as_of_date desc, load_id desc
    limit 1
)
select
    coverage_span.member_id,
    coverage_span.coverage_type,
    coverage_span.birth_date,
    coverage_span.effective_date,
    coalesce(coverage_span.termination_date, date '9999-12-31') as last_covered_day
from coverage_span
join newest_file on newest_file.load_id = coverage_span.load_id
where coalesce(coverage_span.termination_date, date '9999-12-31') >= coverage_span.effective_date

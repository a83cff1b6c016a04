-- One row a span of coverage that took effect, from the newest full eligibility file or, where files are parts of a whole,
-- from all of them.
create or replace temp table covered_span as
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
)
select
    coverage_span.member_id,
    coverage_span.coverage_type,
    coverage_span.birth_date,
    coverage_span.effective_date,
    coalesce(coverage_span.termination_date, date '9999-12-31') as last_covered_day
from coverage_span
join standing_file on standing_file.load_id = coverage_span.load_id
where coalesce(coverage_span.termination_date, date '9999-12-31') >= coverage_span.effective_date

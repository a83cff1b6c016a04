-- One row a span of coverage that took effect, as it is known now: of the newest full eligibility file, or of all files
-- where they are parts of a whole, with the changes that came after it and the spans that were carried over because it
-- left somebody out.
create or replace temp table covered_span as
select
    member_id,
    coverage_type,
    birth_date,
    effective_date,
    coalesce(termination_date, date '9999-12-31') as last_covered_day
from current_coverage
where feed_id = :coverage_feed and coalesce(termination_date, date '9999-12-31') >= effective_date

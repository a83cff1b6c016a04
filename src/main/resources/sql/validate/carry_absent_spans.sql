-- F-021. One row a span of a member and coverage type of which the full file holds nothing that stands. It must not
-- vanish: what was open ended on the day before the file's as-of date, or goes on where absence is only told or where the
-- member's row was rejected; what had ended stays for three years.
create or replace temp table carried_span as
with rejected as (
    select distinct text as member_id from rejected_word
)
select
    c.* exclude (load_id, partner_id, feed_id, carried) replace (
        case
            when :ends
                and r.member_id is null
                and coalesce(c.termination_date, date '9999-12-31') >= cast(:asOf as date)
                then greatest(cast(:asOf as date), c.effective_date) - 1
            else c.termination_date
        end as termination_date
    )
from current_coverage c
left join rejected r on r.member_id = c.member_id
where not exists (
        select 1
        from staged_coverage_span s
        where s.member_id = c.member_id
            and s.coverage_type = c.coverage_type
            and s.row_number not in (select row_number from rejected_row)
    )
    and coalesce(c.termination_date, date '9999-12-31') >= cast(:asOf as date) - interval 36 months

-- One row a covered member and month; a member under two plans is one row.
create or replace temp table member_month as
select
    report_month.month,
    covered_span.member_id,
    bool_or(covered_span.coverage_type = 'MED') as has_medical,
    bool_or(covered_span.coverage_type = 'RX') as has_pharmacy
from covered_span
join report_month
    on covered_span.effective_date <= report_month.begun_by
    and covered_span.last_covered_day >= report_month.not_ended_before
group by report_month.month, covered_span.member_id

-- One row a month of first adjudication: claims denied in whole over all claims, less those denied only as duplicates.
select
    report_month.month,
    count(*) filter (where decided_claim.is_denied) as numerator,
    count(decided_claim.month) as denominator
from report_month
left join decided_claim
    on decided_claim.month = report_month.month
    and not (decided_claim.is_denied and decided_claim.is_duplicate)
group by report_month.month

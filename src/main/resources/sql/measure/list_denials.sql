-- One row a reason: claims first adjudicated in the report month and denied in whole, duplicates left out.
select reason, count(*) as claims
from decided_claim
where month = strftime(cast(:report_month as date), '%Y-%m') and is_denied and not is_duplicate
group by reason
order by claims desc, reason

-- One row a month: members on whom the rosters agree over all that were compared but for those in TIMING, as the last
-- roster reconciliation counted them. The report month alone has a value, since the rosters are known as they stand then.
select
    month,
    case when first_day = cast(:report_month as date) then cast(:roster_agreed as bigint) else 0 end as numerator,
    case when first_day = cast(:report_month as date) then cast(:roster_compared as bigint) else 0 end as denominator
from report_month

-- One row a month: as medical-pmpm-year, without claims of over $100,000; cases are members who have such a claim.
select
    month,
    cast(cents_without_large as decimal(18, 0)) * 0.01 as numerator,
    members as denominator,
    members_with_large as cases
from year_cost

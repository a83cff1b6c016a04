-- One row a month: net dollars allowed on medical claims of the twelve months to it, over their medical member months.
select month, cast(cents as decimal(18, 0)) * 0.01 as numerator, members as denominator
from year_cost

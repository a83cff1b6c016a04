-- One row: versions of claims that count, and those that came again.
select coalesce(sum(versions), 0) as counted, coalesce(sum(surplus), 0) as repeated
from aligned_claim

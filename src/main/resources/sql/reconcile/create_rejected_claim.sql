-- One row a claim id that stands in a row which we rejected: whose row it was and under which rule.
create or replace temp table rejected_claim (side varchar not null, claim_id varchar not null, rule varchar not null)

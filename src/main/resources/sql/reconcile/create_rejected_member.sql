-- One row a member id that stands in a row which we rejected: whose row it was and under which rule.
create or replace temp table rejected_member (side varchar not null, member_id varchar not null, rule varchar not null)

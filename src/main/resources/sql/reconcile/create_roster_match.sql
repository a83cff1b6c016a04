-- One row a pair of members that is matched or in conflict, or one member of an ambiguous group.
create or replace temp table roster_match (
    rung varchar not null,
    outcome varchar not null,
    rung_key varchar not null,
    left_member_id varchar,
    right_member_id varchar
)

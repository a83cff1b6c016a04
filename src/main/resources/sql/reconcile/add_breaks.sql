-- One row a break, from a JSON array of them.
insert into new_break by name
select
    unnest(
        from_json(
            cast(:breaks as json),
            '[{"break_id": "varchar", "partnership_id": "varchar", "reconciliation": "varchar",
               "entity_key": "varchar", "attribute": "varchar", "category": "varchar", "left_value": "varchar",
               "right_value": "varchar", "impact_cents": "bigint", "status": "varchar", "episode": "integer",
               "first_seen": "date", "last_seen": "date", "closed_on": "date", "cause": "varchar",
               "service_month": "varchar"}]'),
        max_depth := 2)

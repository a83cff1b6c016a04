-- One row a load that an operator took out: it never counts again, and the load before it in its slot does.
create table withdrawn_load (
    load_id varchar primary key
);

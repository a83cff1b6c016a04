-- One row a measure and month of one scorecard; figures are exact decimal text.
create or replace temp table new_score (
    partnership_id varchar not null,
    report_month varchar not null,
    revision integer not null,
    measure varchar not null,
    month varchar not null,
    numerator varchar not null,
    denominator varchar not null,
    complete boolean not null,
    completion varchar,
    cases varchar
)

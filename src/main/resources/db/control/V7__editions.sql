-- One row an issued edition. Rows are only ever added; a correction is a new revision. Paths are relative to the
-- folder of editions.
create table edition (
    partnership varchar(61) not null,
    report_month char(7) not null,
    revision integer not null,
    pdf varchar(400) not null,
    facts varchar(400) not null,
    sha256 char(64) not null,
    pages integer not null,
    issued_at timestamp(6) with time zone not null,
    constraint edition_key primary key (partnership, report_month, revision),
    constraint edition_revision check (revision >= 0),
    constraint edition_pages check (pages > 0)
);

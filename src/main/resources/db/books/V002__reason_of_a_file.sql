-- The rule code for which a file was held or refused; none for every other file.
alter table exchange_file add column reason_code varchar;

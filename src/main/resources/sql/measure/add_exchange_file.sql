-- One row an expected delivery, or a delivery that nobody expected.
insert into exchange_file (
    partner_id, feed_id, business_date, due_at, arrived_at, file_id, outcome, late, history, first_original,
    rows_read, rows_accepted, rows_rejected, reason_code
)
values (
    :partner_id, :feed_id, :business_date, :due_at, :arrived_at, :file_id, :outcome, :late, :history, :first_original,
    :rows_read, :rows_accepted, :rows_rejected, :reason_code
)

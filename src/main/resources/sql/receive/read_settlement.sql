-- grain: one reading of a file
select
    file_id,
    epoch,
    state,
    reason_code,
    reason,
    rows_read,
    rows_accepted,
    rows_rejected,
    rows_warned,
    layout_version,
    header_file_id,
    sender_id,
    receiver_id,
    file_type,
    file_mode,
    submission_type,
    period_from,
    period_to,
    as_of_date,
    created_text,
    sequence_number,
    environment,
    replaces_file_id
from file_settlement
where file_id = :id
    and epoch = :epoch

-- grain: one side of one reading
select
    file_id,
    epoch,
    side,
    trailer_file_id,
    detail_count,
    line_count,
    member_count,
    total_billed_cents,
    total_allowed_cents,
    total_paid_cents,
    total_member_cost_cents,
    reversal_count,
    reversal_paid_cents,
    hash_total
from file_control_totals
where file_id = :id
    and epoch = :epoch
    and side = :side

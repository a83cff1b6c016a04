-- A fill that only one side has, because we rejected the other side's row, names the rule.
update difference
set cause = 'REJECTED:' || rejected.rule
from (
    select side, claim_id, min(rule) as rule
    from rejected_claim
    group by side, claim_id
) as rejected
where difference.attribute = 'PRESENCE'
    and difference.claim_id = rejected.claim_id
    and rejected.side = case when difference.left_value is null then 'LEFT' else 'RIGHT' end

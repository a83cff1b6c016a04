-- A member, or a coverage, that a side lacks because we rejected its row names the rule.
update difference
set cause = 'REJECTED:' || rejected.rule
from (
    select lacked_member.entity_key, lacked_member.attribute, min(rejected_member.rule) as rule
    from lacked_member
    join rejected_member
        on rejected_member.member_id = lacked_member.member_id
        and rejected_member.side = coalesce(lacked_member.side, rejected_member.side)
    group by lacked_member.entity_key, lacked_member.attribute
) as rejected
where difference.attribute = rejected.attribute and difference.entity_key = rejected.entity_key

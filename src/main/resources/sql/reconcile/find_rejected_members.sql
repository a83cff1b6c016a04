-- One row a member whose id is a whole word in a rejected row of one side's file, with the rule. The rows' original text
-- is all that there is of them: a row that could not be read has no columns.
insert into rejected_member (side, member_id, rule)
with word as (
    select code, unnest(string_split_regex(cast(original as varchar), '[^A-Za-z0-9-]+')) as member_id
    from read_parquet(:files)
)
select distinct cast(:side as varchar), word.member_id, word.code
from word
join lacked_member on lacked_member.member_id = word.member_id

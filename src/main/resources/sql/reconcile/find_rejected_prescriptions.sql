-- One row a one-sided fill whose claim id is a whole word in a rejected row of the side that lacks it. The rows' original
-- text is all that there is of them: a row that could not be read has no columns.
insert into rejected_claim (side, claim_id, rule)
with word as (
    select code, unnest(string_split_regex(cast(original as varchar), '[^A-Za-z0-9-]+')) as claim_id
    from read_parquet(:files)
)
select distinct :side, word.claim_id, word.code
from word
join difference
    on difference.claim_id = word.claim_id
    and difference.attribute = 'PRESENCE'

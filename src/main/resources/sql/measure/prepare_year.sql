-- One row a month: dollars allowed on claims of the twelve months to it, with and without those of over $100,000, the
-- member months of the twelve, and how many members have such a claim.
create or replace temp table year_cost as
with twelve as (
    select month, strftime(first_day - interval 11 month, '%Y-%m') as first_month
    from report_month
),
cost as (
    select
        month,
        sum(allowed_cents) as cents,
        sum(allowed_cents) filter (where allowed_cents <= 10000000) as cents_without_large
    from medical_net
    where not is_denied
    group by month
),
large as (
    select twelve.month, count(distinct medical_net.member_id) as members
    from twelve
    join medical_net on medical_net.month between twelve.first_month and twelve.month
    where not medical_net.is_denied and medical_net.allowed_cents > 10000000
    group by twelve.month
),
year_of_cost as (
    select twelve.month, sum(cost.cents) as cents, sum(cost.cents_without_large) as cents_without_large
    from twelve
    join cost on cost.month between twelve.first_month and twelve.month
    group by twelve.month
),
medical_member as (
    select month, count(member_id) as members
    from member_month
    where has_medical
    group by month
),
year_of_members as (
    select twelve.month, sum(medical_member.members) as members
    from twelve
    join medical_member on medical_member.month between twelve.first_month and twelve.month
    group by twelve.month
)
select
    twelve.month,
    coalesce(year_of_cost.cents, 0) as cents,
    coalesce(year_of_cost.cents_without_large, 0) as cents_without_large,
    coalesce(year_of_members.members, 0) as members,
    coalesce(large.members, 0) as members_with_large
from twelve
left join year_of_cost on year_of_cost.month = twelve.month
left join year_of_members on year_of_members.month = twelve.month
left join large on large.month = twelve.month

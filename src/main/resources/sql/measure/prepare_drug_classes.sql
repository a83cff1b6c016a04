-- One row a drug code (NDC, 11 digits) whose class adherence is measured for. A small reference of our own: the codes of
-- the synthetic data, and those that a partnership adds.
create or replace temp table drug_class as
select ndc, ingredient, class
from (
    values
        ('99401001101', 'metformin', 'diabetes'),
        ('99401001102', 'metformin', 'diabetes'),
        ('99401001201', 'glipizide', 'diabetes'),
        ('99401001301', 'sitagliptin', 'diabetes'),
        ('99402001101', 'lisinopril', 'ras-antagonists'),
        ('99402001102', 'lisinopril', 'ras-antagonists'),
        ('99402001201', 'losartan', 'ras-antagonists'),
        ('99402001301', 'valsartan', 'ras-antagonists'),
        ('99403001101', 'atorvastatin', 'statins'),
        ('99403001102', 'atorvastatin', 'statins'),
        ('99403001201', 'rosuvastatin', 'statins'),
        ('99403001301', 'simvastatin', 'statins')
) as reference (ndc, ingredient, class)

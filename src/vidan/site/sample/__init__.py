"""The sample installation: District 2, 2018-2020, as design.md section 9 asks; every row is marked as sample."""

NAME = "sample"
"""Under which name the making of the sample tells how far it is."""

CASES = 3000

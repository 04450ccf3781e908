"""Inspection and supervision (kiểm tra, giám sát): the days the law counts, and where a recommendation stands."""

"""What a survey's counts come to (thống kê khảo sát): index, mean, interval, weights, order, and what may be shown.

Standard library only, no clock, no input or output. docs/rules/surveys.md tells the same in prose, with the worked table.
"""

"""The result of a round: read from the counts (Tally), never from the replies, and told as one dictionary of plain values.

Pages, CSV, JSON, XLSX and the frozen result are all made from that dictionary; what it does not hold, nobody is shown.
"""

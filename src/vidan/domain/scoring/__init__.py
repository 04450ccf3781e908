"""Scoring (chấm điểm): rubrics, the ways to score one item, totals, bands and ranks; Decimal only."""

"""A plan of the year by quarters (kế hoạch theo quý), and what of it was done."""

"""The programme and what it asks: plan, duties, guidance; inspection (kiểm tra) and supervision (giám sát)."""

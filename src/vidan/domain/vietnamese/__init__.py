"""Vietnamese writing: folding for search, order for lists."""

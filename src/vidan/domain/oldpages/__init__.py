"""Pages of an old portal (trang của cổng cũ) read for what they tell: when, what, and what stood around it."""

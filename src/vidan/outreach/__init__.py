"""People know: procedures, dissemination, news (tuyên truyền, phổ biến)."""

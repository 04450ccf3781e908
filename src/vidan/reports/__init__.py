"""The annual report (báo cáo năm) and the shorter ones: figures as of a day, text that follows them, frozen editions."""

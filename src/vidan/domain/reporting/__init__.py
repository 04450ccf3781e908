"""Periodic reports (báo cáo định kỳ): their periods, the numbers that texts cite, what is doubtful, and what editions change."""

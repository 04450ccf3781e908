"""Duties of a plan (nhiệm vụ): reading them out of its text, what reports they ask for and when, and where they stand."""

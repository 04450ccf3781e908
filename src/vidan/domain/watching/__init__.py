"""How an official survey is watched: what it is held against, and whether its result came in time."""

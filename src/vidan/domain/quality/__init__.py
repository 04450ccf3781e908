"""How good answers are: which are read, and how far two readers agree."""

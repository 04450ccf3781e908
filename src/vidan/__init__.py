"""Vì Dân, the working tool of a Fatherland Front committee that watches over administrative reform."""

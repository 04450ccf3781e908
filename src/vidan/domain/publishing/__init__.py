"""Making public (công khai): what may be told of a case, what gives a person away, and which numbers are too small to show."""

"""What people type: forms parse and say what is wrong, services decide."""

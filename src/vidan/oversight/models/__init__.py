"""What oversight keeps: programmes with their plans and duties, inspections and supervisions."""

"""Pages of the old portal: out of their files into blocks, and what became of each."""

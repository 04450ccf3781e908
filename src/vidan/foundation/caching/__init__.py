"""Public pages kept ready by each process, as long as nothing changes that they depend on."""

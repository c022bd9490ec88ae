"""People, roles, bodies; who may see or do what, and the log of who looked."""

"""Pages of carrying entries between instances."""

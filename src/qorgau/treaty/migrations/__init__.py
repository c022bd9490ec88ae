"""The read tables, step by step."""

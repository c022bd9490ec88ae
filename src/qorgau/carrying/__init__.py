"""Entries carried between instances by file, and the clock of a desk that stands alone: for people, by pages."""

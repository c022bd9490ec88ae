"""Shift handover: one shift says what the next must know, and the next says that it took over."""

"""Complaints: registered at once, sent to a body independent of the accused, followed to a decision."""

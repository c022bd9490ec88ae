"""Fold entries into frozen facts about a custody; nothing here writes."""

"""Qorgau registers deprivations of liberty, watches the legal clocks and keeps a provable record."""

__version__ = "0.1.0"

"""Notices: whoever owes a duty is told before its limit and at a breach, once, and answers for having been told."""

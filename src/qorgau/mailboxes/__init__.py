"""Mailboxes: sealed envelopes come in without a name, and answers wait for whoever holds the code."""

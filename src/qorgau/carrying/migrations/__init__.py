"""Migrations of the tables of carrying."""

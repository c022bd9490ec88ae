"""Many bookings and entries at once, from JSON, CSV or XLSX: every row is judged before any is recorded.

forms_as_schema  the form table as JSON schemas, and the columns that a table may have
rows             a row as it was given: its number, its cells by name
files            rows from bytes: JSON array, JSON lines, CSV, XLSX
judging          a row as a booking or an entry, or what is wrong with it, by column
planning         the drafts of all rows, each seeing those before it
running          import_rows: dry run, or one append of everything
"""

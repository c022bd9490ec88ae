"""Many complaints at once, from CSV, XLSX or JSON: every row is judged before any is recorded.

columns   the columns a table may have, and the words of the closed ones
mapping   the file that says what their columns and words mean
reading   rows of one file, or of two joined, in our own words
grouping  the rows of one complaint, whose own columns must agree
judging   a complaint and its charges, or what is wrong with them
drafting  the entries: allegation, finding and penalty each its own
running   import_complaints: dry run, or one append of everything
"""

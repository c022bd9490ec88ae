"""Recommendations from the lists that ministries keep, from our own exports, and from readings corrected by hand.

columns   what a list may say, and the columns of our own exports
mapping   the map of a foreign list: their columns and words, and ours
wanted    one recommendation as a file tells it, with who answers, the plan, replies and assessments
words     bodies, codes, days and yes or no, as people write them
listed    rows of CSV, XLSX and flat JSON -> what is wanted
ours      our own JSON: an export, or a reading
drafting  what is wanted -> drafts of entries
running   import_recommendations(...): every row is judged, then everything is one append, or nothing is
"""

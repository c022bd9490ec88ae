"""The treaty cycle: from a document to a recommendation that is followed up, with evidence from the record."""

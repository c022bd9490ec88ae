"""Reports to committees: built from recommendations, evidence and figures, edited as drafts, issued as fixed files."""

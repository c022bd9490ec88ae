"""Reads what treaty bodies, States and organisations write: paragraphs, recommendations, deadlines, figures, links."""

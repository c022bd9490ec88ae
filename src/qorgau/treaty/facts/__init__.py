"""What is known of documents, recommendations and what became of them; pure, from entries and readings."""

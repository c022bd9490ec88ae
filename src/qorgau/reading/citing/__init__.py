"""What a document cites and states: symbols, notes, articles, paragraphs, deadlines, grades, repeated demands, figures."""

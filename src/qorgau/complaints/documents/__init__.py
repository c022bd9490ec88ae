"""Papers of a case: decisions, notices, summonses, each as a PDF and as a Word file in three languages."""

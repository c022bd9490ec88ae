"""Links the same demand across documents, languages and cycles, and says which words link them."""

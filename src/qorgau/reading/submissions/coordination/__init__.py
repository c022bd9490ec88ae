"""Where one demand ends and the next begins within a sentence, language by language."""

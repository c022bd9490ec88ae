"""Template tags of the treaty cycle's pages."""

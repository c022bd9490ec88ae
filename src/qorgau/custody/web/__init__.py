"""Pages of the custody desk."""

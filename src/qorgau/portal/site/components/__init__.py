"""What the template tags of the site draw, as plain functions."""

"""What the entries of a complaint say, as frozen values."""

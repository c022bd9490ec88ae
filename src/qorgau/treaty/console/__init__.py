"""What the command `treaty` shows; reading and linking files load no web framework."""

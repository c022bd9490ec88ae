"""Looking someone up: lawyers and named relatives, and the public question whether a relative is held."""

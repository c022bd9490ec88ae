"""What people do to carry entries between instances, one function for each act."""
